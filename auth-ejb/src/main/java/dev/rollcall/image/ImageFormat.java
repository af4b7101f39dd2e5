package dev.rollcall.image;

import dev.rollcall.error.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The image formats that people and applications may show, told by a file's content and never by its name or declared type. SVG is none of them: it
 * is a document that can run scripts.
 */
public enum ImageFormat {
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpeg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "gif", "GIF8"),
    /** The JDK has no reader for it: its headers alone are checked. */
    WEBP("image/webp", null, "RIFF"),
    /** For favicons alone. */
    ICO("image/x-icon", null, "\0\0\u0001\0");

    /** A small file can claim dimensions that take gigabytes to unpack. */
    private static final int MAX_SIDE = 16_384;

    /** What cameras of phones make; a reader that skips rows holds few of them at a time. */
    private static final long MAX_PIXELS = 64_000_000;

    /** Of a JPEG in several scans every coefficient is held until the last: some three bytes a pixel. */
    private static final long MAX_PIXELS_IN_SCANS = 25_000_000;

    private static final int SAMPLED_SIDE = 64;

    private final String contentType;
    private final String reader;
    private final byte[] magic;

    ImageFormat(String contentType, String reader, String magic) {
        this.contentType = contentType;
        this.reader = reader;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The format of a file that really is an image; empty for everything else. One of unbearably many pixels is refused. */
    public static Optional<ImageFormat> of(byte[] content) {
        return ofIcon(content).filter(format -> format != ICO);
    }

    /** The same where a file of icons will do. */
    public static Optional<ImageFormat> ofIcon(byte[] content) {
        return Arrays.stream(values())
                .filter(f -> content.length > f.magic.length
                        && Arrays.equals(f.magic, Arrays.copyOf(content, f.magic.length)))
                .filter(f -> f.holds(content))
                .findFirst();
    }

    /** A file of this format without what it tells of its maker: see {@link Metadata}. Empty where its parts do not hold together. */
    public Optional<byte[]> withoutMetadata(byte[] content) {
        return Metadata.without(this, content);
    }

    /** The media type to show it as. */
    public String contentType() {
        return contentType;
    }

    private boolean holds(byte[] content) {
        try {
            return switch (this) {
                case PNG, JPEG, GIF -> decodes(content);
                case WEBP -> webpFits(content);
                case ICO -> IconFile.fits(content);
            };
        } catch (Refusal e) {
            throw e;
        } catch (IOException
                | RuntimeException e) { // what the JDK's readers throw at malformed files has no common type
            return false;
        }
    }

    private boolean decodes(byte[] content) throws IOException {
        ImageReader images = ImageIO.getImageReadersByFormatName(reader).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            images.setInput(stream, true, true);
            int width = images.getWidth(0);
            int height = images.getHeight(0);
            refuseMore(width, height, this == JPEG && JpegScans.areSeveral(content) ? MAX_PIXELS_IN_SCANS : MAX_PIXELS);
            var sampled =
                    images.getDefaultReadParam(); // every n-th pixel: the whole file is read, little of it is kept
            int step = Math.max(1, Math.max(width, height) / SAMPLED_SIDE);
            sampled.setSourceSubsampling(step, step, 0, 0);
            return images.read(0, sampled) != null;
        } finally {
            images.dispose();
        }
    }

    /** RIFF container, then a chunk of one of three kinds, each of which says the dimensions in its own way. */
    private static boolean webpFits(byte[] content) {
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < 30 || !text(content, 8).equals("WEBP")) {
            return false;
        }
        if (Integer.toUnsignedLong(bytes.getInt(4)) + 8 > content.length) { // it was cut off
            return false;
        }
        return switch (text(content, 12)) {
            case "VP8 " -> fits(bytes.getShort(26) & 0x3fff, bytes.getShort(28) & 0x3fff);
            case "VP8L" ->
                content[20] == 0x2f && fits((bytes.getInt(21) & 0x3fff) + 1, (bytes.getInt(21) >> 14 & 0x3fff) + 1);
            case "VP8X" -> fits((bytes.getInt(24) & 0xffffff) + 1, (bytes.getInt(26) >>> 8) + 1);
            default -> false;
        };
    }

    private static String text(byte[] content, int from) {
        return new String(content, from, 4, StandardCharsets.ISO_8859_1);
    }

    private static boolean fits(int width, int height) {
        refuseMore(width, height, MAX_PIXELS);
        return width > 0 && height > 0;
    }

    private static void refuseMore(int width, int height, long most) {
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > most) {
            throw ImageProblem.IMAGE_TOO_LARGE
                    .refusal("file")
                    .saying("The image has " + width + " by " + height + " pixels. At most " + most / 1_000_000
                            + " million are taken, and " + MAX_SIDE + " in a row or column.");
        }
    }
}
