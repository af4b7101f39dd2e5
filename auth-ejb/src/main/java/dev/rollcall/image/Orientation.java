package dev.rollcall.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a camera was held: the one thing in an image's EXIF data without which the image is shown wrongly. */
final class Orientation {

    /** As it stands in the file, which needs no data to say so. */
    static final int UPRIGHT = 1;

    /** What JPEG, and some writers of WebP, put before the data. */
    static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** What EXIF data says (TIFF 6.0, with or without the prefix); {@link #UPRIGHT} where it says nothing that can be read. */
    static int of(byte[] data) {
        int from = startsWith(data, PREFIX) ? PREFIX.length : 0;
        var tiff = ByteBuffer.wrap(data, from, data.length - from).slice();
        if (tiff.remaining() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (long at = directory + 2; entries > 0 && at + ENTRY <= tiff.limit(); at += ENTRY, entries--) {
            if (Short.toUnsignedInt(tiff.getShort((int) at)) == TAG) {
                int said = Short.toUnsignedInt(tiff.getShort((int) at + 8));
                return said >= UPRIGHT && said <= 8 ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** EXIF data that says this and nothing else, without the prefix. */
    static byte[] data(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8) // where the one directory is
                .putShort((short) 1) // which has one entry:
                .putShort((short) TAG)
                .putShort((short) 3) // a short number,
                .putInt(1) // one of it
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0) // and no directory after it
                .array();
    }

    static boolean startsWith(byte[] data, byte[] start) {
        return data.length >= start.length && Arrays.equals(data, 0, start.length, start, 0, start.length);
    }
}
