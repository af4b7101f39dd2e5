package dev.rollcall.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody lives is not told by their profile image. */
class MetadataTest {

    private static final String SECRET = "52.2297N 21.0122E";
    private static final int ROTATED = 6;

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void aPhotographKeepsItsOrientationAndNothingElse(String order) throws IOException {
        var plain = written("jpeg");
        var photograph = joined(
                Arrays.copyOf(plain, 2),
                segment(0xe1, joined(Orientation.PREFIX, exif(order))),
                segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET)),
                segment(0xed, latin("Photoshop 3.0\0" + SECRET)),
                segment(0xe2, latin("MPF\0" + SECRET)),
                segment(0xfe, latin(SECRET)),
                Arrays.copyOfRange(plain, 2, plain.length),
                latin("a film that a telephone hangs on: " + SECRET));

        var picture = without(ImageFormat.JPEG, photograph);

        assertThat(pixels(picture)).isEqualTo(pixels(plain));
        assertThat(latin(picture)).contains("Exif\0\0MM").doesNotContain(SECRET, "xmpmeta", "Photoshop", "MPF");
        assertThat(picture).hasSize(plain.length + 4 + 6 + 26);
        int at = latin(picture).indexOf("Exif");
        assertThat(Orientation.of(Arrays.copyOfRange(picture, at, picture.length)))
                .isEqualTo(ROTATED);
        assertThat(without(ImageFormat.JPEG, picture)).isEqualTo(picture);
    }

    @Test
    void aJpegWithoutAnyStaysAsItIs() throws IOException {
        assertThat(without(ImageFormat.JPEG, written("jpeg"))).isEqualTo(written("jpeg"));
    }

    @Test
    void aPngKeepsItsOrientationAndNothingElse() throws IOException {
        var plain = written("png");
        var drawn = joined(
                Arrays.copyOf(plain, 33),
                chunk("tEXt", latin("Comment\0" + SECRET)),
                chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
                chunk("eXIf", exif("MM")),
                Arrays.copyOfRange(plain, 33, plain.length),
                latin(SECRET));

        var picture = without(ImageFormat.PNG, drawn);

        assertThat(pixels(picture)).isEqualTo(pixels(plain));
        assertThat(latin(picture)).doesNotContain(SECRET, "tEXt", "iTXt");
        assertThat(picture)
                .isEqualTo(joined(
                        Arrays.copyOf(plain, 33),
                        chunk("eXIf", Orientation.data(ROTATED)),
                        Arrays.copyOfRange(plain, 33, plain.length)));
        assertThat(without(ImageFormat.PNG, plain)).isEqualTo(plain);
    }

    @Test
    void aGifIsWithoutCommentsAndXmp() throws IOException {
        var plain = written("gif");
        int tables = 13 + (3 << ((plain[10] & 7) + 1));
        var animation = joined(new byte[] {0x21, (byte) 0xff, 11}, latin("NETSCAPE2.0"), new byte[] {3, 1, 0, 0, 0});
        var drawn = joined(
                Arrays.copyOf(plain, tables),
                animation,
                new byte[] {0x21, (byte) 0xfe, (byte) SECRET.length()},
                latin(SECRET),
                new byte[] {0, 0x21, (byte) 0xff, 11},
                latin("XMP DataXMP"),
                new byte[] {(byte) SECRET.length()},
                latin(SECRET),
                new byte[1],
                Arrays.copyOfRange(plain, tables, plain.length),
                latin(SECRET));

        var picture = without(ImageFormat.GIF, drawn);

        assertThat(picture)
                .isEqualTo(joined(
                        Arrays.copyOf(plain, tables), animation, Arrays.copyOfRange(plain, tables, plain.length)));
        assertThat(pixels(picture)).isEqualTo(pixels(plain));
    }

    @Test
    void aWebpKeepsItsOrientationAndNothingElse() {
        var start = new byte[10];
        start[0] = 0x08 | 0x04 | 0x10; // it has EXIF, XMP and transparency
        var image = riff("VP8L", new byte[] {0x2f, 1, 2, 3, 4});
        var drawn = container(riff("VP8X", start), image, riff("EXIF", exif("II")), riff("XMP ", latin(SECRET)));

        var picture = without(ImageFormat.WEBP, joined(drawn, latin(SECRET)));

        start[0] = 0x08 | 0x10;
        assertThat(picture).isEqualTo(container(riff("VP8X", start), image, riff("EXIF", Orientation.data(ROTATED))));
        var simple = container(image);
        assertThat(without(ImageFormat.WEBP, joined(simple, latin(SECRET)))).isEqualTo(simple);
    }

    /** Files that are cut off or lie about their parts end in an answer, and not in a loop or a failure of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void brokenFilesAreReadToAnEnd(String format) throws IOException {
        var whole = written(format);
        var kind = ImageFormat.of(whole).orElseThrow();
        for (int i = 0; i < whole.length; i++) {
            Metadata.without(kind, Arrays.copyOf(whole, i));
            var broken = whole.clone();
            broken[i] = (byte) ~broken[i];
            Metadata.without(kind, broken);
        }
        assertThat(Metadata.without(kind, whole)).isPresent();
    }

    private static byte[] without(ImageFormat format, byte[] content) {
        return Metadata.without(format, content).orElseThrow();
    }

    /** Orientation, and a text that stands for a place. */
    private static byte[] exif(String order) {
        var text = latin(SECRET);
        var data = ByteBuffer.allocate(38 + text.length)
                .order(order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        data.put(latin(order)).putShort((short) 42).putInt(8).putShort((short) 2);
        data.putShort((short) 0x010e).putShort((short) 2).putInt(text.length).putInt(38);
        data.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) ROTATED)
                .putShort((short) 0);
        return data.putInt(0).put(text).array();
    }

    private static byte[] segment(int marker, byte[] data) {
        return joined(
                new byte[] {(byte) 0xff, (byte) marker, (byte) ((data.length + 2) >> 8), (byte) (data.length + 2)},
                data);
    }

    private static byte[] chunk(String type, byte[] data) {
        var sum = new CRC32();
        sum.update(joined(latin(type), data));
        return joined(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                latin(type),
                data,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] container(byte[]... chunks) {
        var all = joined(chunks);
        var size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(all.length + 4);
        return joined(latin("RIFF"), size.array(), latin("WEBP"), all);
    }

    private static byte[] riff(String type, byte[] data) {
        var size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length);
        return joined(latin(type), size.array(), data, new byte[data.length & 1]);
    }

    private static byte[] written(String format) throws IOException {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 800; i++) {
            image.setRGB(i % 40, i / 40, i * 7919);
        }
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static int[] pixels(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content)).getRGB(0, 0, 40, 20, null, 0, 40);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
