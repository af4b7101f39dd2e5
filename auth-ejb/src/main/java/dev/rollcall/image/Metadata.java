package dev.rollcall.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Takes out of an image what is not picture: where and when it was taken, with what and by whom (EXIF, XMP, IPTC), comments, previews, and
 * whatever is hung on behind its end. Anybody may fetch a profile image. Kept is what is known to be needed for showing it, colours and
 * orientation included, so that a kind of data that nobody thought of goes too. Pixels are not touched.
 */
final class Metadata {

    private static final byte[] JFIF = ascii("JFIF\0");
    private static final byte[] ICC = ascii("ICC_PROFILE\0");
    private static final byte[] ADOBE = ascii("Adobe");

    private static final Set<String> OF_PNG = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");
    private static final Set<String> OF_WEBP = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final Set<String> OF_GIF = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private static final int WEBP_EXIF = 0x08;
    private static final int WEBP_XMP = 0x04;

    private final byte[] content;
    private final ByteArrayOutputStream kept;

    private Metadata(byte[] content) {
        this.content = content;
        this.kept = new ByteArrayOutputStream(content.length);
    }

    /** The image without it; empty where the file's parts do not hold together. */
    static Optional<byte[]> without(ImageFormat format, byte[] content) {
        var image = new Metadata(content);
        try {
            switch (format) {
                case JPEG -> image.jpeg();
                case PNG -> image.png();
                case GIF -> image.gif();
                case WEBP -> image.webp();
                case ICO ->
                    image.keep(0, content.length); // pictures of an operator's choice, each in a format of its own
            }
            return Optional.of(image.kept.toByteArray());
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Segments up to the end of the image; between scans there may be further ones (ISO 10918-1, B.1). */
    private void jpeg() {
        keep(0, 2);
        int orientation = orientationOfJpeg();
        boolean told = orientation == Orientation.UPRIGHT;
        for (int at = nextMarker(2); at < content.length; ) {
            int marker = byteAt(at + 1);
            if (!told && marker != 0xe0) { // JFIF's own segment has to be the first
                segment(0xe1, joined(Orientation.PREFIX, Orientation.data(orientation)));
                told = true;
            }
            if (marker == 0xd9) {
                keep(at, 2);
                return;
            }
            int end = isBare(marker) ? at + 2 : at + 2 + shortAt(at + 2);
            if (isPicture(marker, at + 4)) {
                keep(at, end - at);
            }
            int next = nextMarker(end);
            if (marker == 0xda) {
                keep(end, next - end);
            }
            at = next;
        }
    }

    private int orientationOfJpeg() {
        for (int at = nextMarker(2); at + 4 < content.length && byteAt(at + 1) != 0xda; ) {
            int marker = byteAt(at + 1);
            int end = isBare(marker) ? at + 2 : at + 2 + shortAt(at + 2);
            if (marker == 0xe1 && isAt(at + 4, Orientation.PREFIX)) {
                return Orientation.of(Arrays.copyOfRange(content, at + 4, Math.min(end, content.length)));
            }
            at = nextMarker(end);
        }
        return Orientation.UPRIGHT;
    }

    private boolean isPicture(int marker, int data) {
        return switch (marker) {
            case 0xe0 -> isAt(data, JFIF);
            case 0xe2 -> isAt(data, ICC);
            case 0xee -> isAt(data, ADOBE);
            case 0xfe -> false;
            default -> marker < 0xe0 || marker > 0xef;
        };
    }

    /** Where the next marker begins: not a byte of a scan that is escaped, a restart within one, or a filler. The end where there is none. */
    private int nextMarker(int from) {
        for (int at = from; at + 1 < content.length; at++) {
            int next = byteAt(at + 1);
            if (byteAt(at) == 0xff && next != 0 && next != 0xff && !(next >= 0xd0 && next <= 0xd7)) {
                return at;
            }
        }
        return content.length;
    }

    private static boolean isBare(int marker) {
        return marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }

    private void segment(int marker, byte[] data) {
        kept.write(0xff);
        kept.write(marker);
        kept.write((data.length + 2) >> 8);
        kept.write(data.length + 2);
        kept.writeBytes(data);
    }

    /** Chunks up to the last (PNG, third edition, 5). */
    private void png() {
        keep(0, 8);
        int orientation = orientationOfPng();
        String type = "";
        for (int at = 8, length; !type.equals("IEND"); at += 12 + length) {
            length = lengthAt(at, ByteOrder.BIG_ENDIAN);
            type = text(at + 4);
            if (OF_PNG.contains(type)) {
                keep(at, 12 + length);
            }
            if (type.equals("IHDR") && orientation != Orientation.UPRIGHT) {
                chunkOfPng(Orientation.data(orientation));
            }
        }
    }

    private int orientationOfPng() {
        String type = "";
        for (int at = 8, length; !type.equals("IEND"); at += 12 + length) {
            length = lengthAt(at, ByteOrder.BIG_ENDIAN);
            type = text(at + 4);
            if (type.equals("eXIf")) {
                return Orientation.of(Arrays.copyOfRange(content, at + 8, at + 8 + length));
            }
        }
        return Orientation.UPRIGHT;
    }

    private void chunkOfPng(byte[] data) {
        var checked = joined(ascii("eXIf"), data);
        var sum = new CRC32();
        sum.update(checked);
        kept.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        kept.writeBytes(checked);
        kept.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** Blocks up to the trailer (GIF89a, appendix B). */
    private void gif() {
        int at = 13 + colours(byteAt(10));
        keep(0, at);
        while (at < content.length && byteAt(at) != 0x3b) {
            boolean extension = byteAt(at) == 0x21;
            if (!extension && byteAt(at) != 0x2c) {
                throw new IndexOutOfBoundsException("no block of a GIF");
            }
            int end = blocksEnd(extension ? at + 2 : at + 11 + colours(byteAt(at + 9)));
            if (!extension || isPictureOfGif(at)) {
                keep(at, end - at);
            }
            at = end;
        }
        kept.write(0x3b); // some writers forget it
    }

    private boolean isPictureOfGif(int at) {
        return switch (byteAt(at + 1)) {
            case 0xf9, 0x01 -> true; // how to show the next image, and words to be drawn
            case 0xff -> OF_GIF.contains(new String(content, at + 3, 11, StandardCharsets.ISO_8859_1));
            default -> false;
        };
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int blocksEnd(int from) {
        int at = from;
        while (byteAt(at) != 0) {
            at += 1 + byteAt(at);
        }
        return at + 1;
    }

    /** Chunks as far as the container says that it goes (RFC 9649). */
    private void webp() {
        int end = Math.min(content.length, 8 + lengthAt(4, ByteOrder.LITTLE_ENDIAN));
        keep(0, 12);
        int orientation = Orientation.UPRIGHT;
        for (int at = 12, length; at + 8 <= end; at += 8 + length + (length & 1)) {
            length = lengthAt(at + 4, ByteOrder.LITTLE_ENDIAN);
            var type = text(at);
            if (type.equals("EXIF")) {
                orientation = Orientation.of(Arrays.copyOfRange(content, at + 8, at + 8 + length));
            } else if (OF_WEBP.contains(type)) {
                keep(at, Math.min(8 + length + (length & 1), content.length - at));
            }
        }
        boolean extended = text(12).equals("VP8X");
        if (extended && orientation != Orientation.UPRIGHT) {
            kept.writeBytes(ascii("EXIF"));
            kept.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(Orientation.data(orientation).length)
                    .array());
            kept.writeBytes(Orientation.data(orientation));
        }
        var image = kept.toByteArray();
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(4, image.length - 8);
        if (extended) {
            image[20] &= (byte) ~(WEBP_EXIF | WEBP_XMP);
            image[20] |= (byte) (orientation == Orientation.UPRIGHT ? 0 : WEBP_EXIF);
        }
        kept.reset();
        kept.writeBytes(image);
    }

    private void keep(int from, int length) {
        if (length < 0 || from + length > content.length) {
            throw new IndexOutOfBoundsException("a part is longer than the file");
        }
        kept.write(content, from, length);
    }

    private int byteAt(int at) {
        return content[at] & 0xff;
    }

    private int shortAt(int at) {
        return byteAt(at) << 8 | byteAt(at + 1);
    }

    /** A length that the file has room for. */
    private int lengthAt(int at, ByteOrder order) {
        int length = ByteBuffer.wrap(content).order(order).getInt(at);
        if (length < 0 || length > content.length - at) {
            throw new IndexOutOfBoundsException("a part is longer than the file");
        }
        return length;
    }

    private String text(int at) {
        return new String(content, at, 4, StandardCharsets.ISO_8859_1);
    }

    private boolean isAt(int at, byte[] start) {
        return at + start.length <= content.length
                && Arrays.equals(content, at, at + start.length, start, 0, start.length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
