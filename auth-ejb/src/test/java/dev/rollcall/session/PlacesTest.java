package dev.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.ServerConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cities come from a GeoIP database, where there is one. */
class PlacesTest {

    @TempDir
    private Path home;

    @Test
    void anAddressIsFoundInItsNetwork() throws IOException {
        var places = places(database());
        assertThat(places.of("192.0.2.77")).isEqualTo(new Place("Linköping", "SE"));
        assertThat(places.of("192.0.3.1")).isEqualTo(Place.UNKNOWN);
        assertThat(places.of("2001:db8::1")).as("the database knows no IPv6").isEqualTo(Place.UNKNOWN);
        assertThat(places.of(null)).isEqualTo(Place.UNKNOWN);
        places.close();
    }

    @Test
    void withoutADatabaseNoCityIsKnown() throws IOException {
        assertThat(places(null).of("192.0.2.77")).isEqualTo(Place.UNKNOWN);
        assertThat(places(Files.writeString(home.resolve("none"), "nothing of the kind"))
                        .of("192.0.2.77"))
                .isEqualTo(Place.UNKNOWN);
    }

    private Places places(Path file) {
        return new Places(new ServerConfig() {
            @Override
            public java.util.Optional<String> text(String name) {
                return java.util.Optional.ofNullable(file).map(Path::toString);
            }
        });
    }

    /** A database of one network, 192.0.2.0/24, written as MaxMind's specification of the format says. */
    private Path database() throws IOException {
        int depth = 24;
        int network = 0xc00002;
        var out = new ByteArrayOutputStream();
        for (int node = 0; node < depth; node++) {
            int next = node + 1 < depth ? node + 1 : depth + 16; // the first entry of the data section
            boolean one = (network >> depth - 1 - node & 1) == 1;
            record(out, one ? depth : next);
            record(out, one ? next : depth);
        }
        out.write(new byte[16]);
        var city = Map.of("names", Map.of("en", "Linköping"));
        write(out, new LinkedHashMap<>(Map.of("city", city, "country", Map.of("iso_code", "SE"))));
        out.write(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.write("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("node_count", depth);
        metadata.put("record_size", (short) depth);
        metadata.put("ip_version", (short) 4);
        metadata.put("binary_format_major_version", (short) 2);
        metadata.put("binary_format_minor_version", (short) 0);
        metadata.put("build_epoch", 1_767_225_600L);
        metadata.put("database_type", "Test");
        metadata.put("languages", new String[] {"en"});
        metadata.put("description", Map.of("en", "a test"));
        write(out, metadata);
        return Files.write(home.resolve("test.mmdb"), out.toByteArray());
    }

    private static void record(ByteArrayOutputStream out, int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private static void write(ByteArrayOutputStream out, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.write(7 << 5 | map.size());
            for (var entry : map.entrySet()) {
                write(out, entry.getKey());
                write(out, entry.getValue());
            }
        } else if (value instanceof String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(2 << 5 | bytes.length);
            out.write(bytes);
        } else if (value instanceof String[] texts) {
            out.write(texts.length);
            out.write(11 - 7);
            for (var text : texts) {
                write(out, text);
            }
        } else if (value instanceof Short number) {
            out.write(5 << 5 | Short.BYTES);
            out.write(ByteBuffer.allocate(Short.BYTES).putShort(number).array());
        } else if (value instanceof Integer number) {
            out.write(6 << 5 | Integer.BYTES);
            out.write(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        } else {
            out.write(Long.BYTES);
            out.write(9 - 7);
            out.write(ByteBuffer.allocate(Long.BYTES).putLong((Long) value).array());
        }
    }
}
