package dev.rollcall.image;

/** Tells how a JPEG is written: row by row, or in several scans over the whole picture (ISO 10918-1, B.1 and B.2). */
final class JpegScans {

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int PROGRESSIVE_FRAME = 0xc2;

    private JpegScans() {}

    /** Whether there is more than one scan, so that nothing can be shown whole before the last. */
    static boolean areSeveral(byte[] content) {
        int scans = 0;
        for (int at = 2; at + 3 < content.length; ) {
            int code = content[at + 1] & 0xff;
            if ((content[at] & 0xff) != MARKER || isWithoutLength(code)) {
                at++;
                continue;
            }
            if (code == PROGRESSIVE_FRAME || code == START_OF_SCAN && ++scans > 1) {
                return true;
            }
            at += 2 + ((content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff);
        }
        return false;
    }

    /** Escaped bytes and restarts within a scan, fillers, and the ends of the picture. */
    private static boolean isWithoutLength(int code) {
        return code <= 0x01 || code == MARKER || code >= 0xd0 && code <= 0xd9;
    }
}
