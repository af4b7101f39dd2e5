package dev.rollcall.image;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;

/**
 * An uploaded image as it is kept: found to be one by its content alone, whatever its uploader declared, and without what it tells of where
 * and by whom it was taken.
 */
public record Picture(ImageFormat format, byte[] content) {

    private static final int MAX_BYTES = 10 << 20;

    /** A picture of what was uploaded; a refusal says what is wrong with it. */
    public static Picture of(byte[] content) {
        return checked(content, false);
    }

    /** The same where a file of icons will do. */
    public static Picture ofIcon(byte[] content) {
        return checked(content, true);
    }

    private static Picture checked(byte[] content, boolean icon) {
        if (content.length > MAX_BYTES) {
            throw ImageProblem.IMAGE_TOO_LARGE.refusal("file");
        }
        var format = icon ? ImageFormat.ofIcon(content) : ImageFormat.of(content);
        return format.flatMap(f -> f.withoutMetadata(content).map(picture -> new Picture(f, picture)))
                .orElseThrow(Picture::noImage);
    }

    private static Refusal noImage() {
        return CommonProblem.REQUEST_BODY_INVALID
                .refusal("file")
                .saying("The file must be an image that can be read, of type PNG, JPEG, GIF or WEBP.");
    }
}
