package dev.rollcall.image;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What an image may be refused for, besides being none. */
public enum ImageProblem implements Problem {
    IMAGE_TOO_LARGE(Kind.TOO_LARGE, "Image too large", "The image must not be larger than 10 MB.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    ImageProblem(Kind kind, String message, String longMessage) {
        this.kind = kind;
        this.message = message;
        this.longMessage = longMessage;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String longMessage() {
        return longMessage;
    }
}
