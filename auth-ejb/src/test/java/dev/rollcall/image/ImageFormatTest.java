package dev.rollcall.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTest {

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpeg, JPEG", "gif, GIF"})
    void tellsAnImageByItsContent(String format, ImageFormat expected) throws IOException {
        assertThat(ImageFormat.of(drawn(format, 40, 30))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VP8 ", "VP8L", "VP8X"})
    void tellsEachKindOfWebp(String chunk) {
        assertThat(ImageFormat.of(webp(chunk, 400, 300))).contains(ImageFormat.WEBP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VP8 ", "VP8L", "VP8X"})
    void webpOfTooManyPixels(String chunk) {
        tooLarge(webp(chunk, 12_000, 12_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg/>",
                "<html><script>alert(1)</script></html>",
                "GIF89a<script>alert(1)</script>",
                "RIFF....WEBP<script>alert(1)</script>",
                "",
            })
    void scriptsInImagesClothing(String content) {
        assertThat(ImageFormat.of(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void decompressionBomb() throws IOException {
        var png = drawn("png", 10, 10);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        tooLarge(png);
    }

    /** As phones take them; it was refused as a wrong type of file. */
    @Test
    void aJpegOf48Megapixels() throws IOException {
        assertThat(ImageFormat.of(jpeg(8000, 6000, ImageWriteParam.MODE_DISABLED)))
                .contains(ImageFormat.JPEG);
    }

    /** All of it is in memory before the first row can be shown. */
    @Test
    void attackAProgressiveJpegOfManyMegapixels() throws IOException {
        assertThat(ImageFormat.of(jpeg(1200, 900, ImageWriteParam.MODE_DEFAULT)))
                .contains(ImageFormat.JPEG);
        tooLarge(jpeg(5100, 5000, ImageWriteParam.MODE_DEFAULT));
    }

    private static void tooLarge(byte[] image) {
        assertThatThrownBy(() -> ImageFormat.of(image))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(ImageProblem.IMAGE_TOO_LARGE));
    }

    private static byte[] jpeg(int width, int height, int progressive) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(progressive);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void brokenImageIsNone(String format) throws IOException {
        var image = drawn(format, 200, 200);
        assertThat(ImageFormat.of(Arrays.copyOf(image, 30))).isEmpty();
    }

    private static byte[] drawn(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] webp(String chunk, int width, int height) {
        var file = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(32);
        file.put(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII)).putInt(20);
        switch (chunk) {
            case "VP8 " -> file.putShort(26, (short) width).putShort(28, (short) height);
            case "VP8L" -> file.put(20, (byte) 0x2f).putInt(21, width - 1 | height - 1 << 14);
            default -> file.putInt(24, width - 1).putShort(27, (short) (height - 1));
        }
        return file.array();
    }
}
