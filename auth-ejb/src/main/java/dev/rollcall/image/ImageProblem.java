package dev.rollcall.image;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What a profile image may be refused for. */
public enum ImageProblem implements Problem {
    AVATAR_FILE_TYPE_INVALID(
            Kind.INVALID,
            "File type not supported",
            "The image must be a PNG, JPEG, GIF or WEBP file of at most 6000 by 6000 pixels."),
    AVATAR_FILE_SIZE_EXCEEDED(Kind.TOO_LARGE, "File size exceeded", "The image must not be larger than 10 MB.");

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
