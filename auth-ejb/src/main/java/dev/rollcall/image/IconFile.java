package dev.rollcall.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks at an ICO file: a directory of pictures, none of which may lie outside of the file. A picture is at most 256 pixels wide and high. */
final class IconFile {

    private static final int HEAD = 6;
    private static final int ENTRY = 16;
    private static final int MOST = 64;

    private IconFile() {}

    static boolean fits(byte[] content) {
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int count = content.length < HEAD ? 0 : Short.toUnsignedInt(bytes.getShort(4));
        int directory = HEAD + count * ENTRY;
        if (count == 0 || count > MOST || directory > content.length) {
            return false;
        }
        for (int at = HEAD; at < directory; at += ENTRY) {
            long size = Integer.toUnsignedLong(bytes.getInt(at + 8));
            long offset = Integer.toUnsignedLong(bytes.getInt(at + 12));
            if (size == 0 || offset < directory || offset + size > content.length) {
                return false;
            }
        }
        return true;
    }
}
