package dev.rollcall.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiVersionTest {

    @ParameterizedTest(name = "version {0} patches metadata with the user: {1}")
    @CsvSource({
        "2021-02-05, true",
        "2025-11-10, true",
        "2026-05-11, true",
        "2026-05-12, false",
        "2026-08-20, false",
        "2031-01-01, false",
        "v1,         true",
        ",           true",
    })
    void metadataMovedOnADay(String name, boolean patches) {
        assertThat(ApiVersion.of(Optional.ofNullable(name)).patchesMetadata()).isEqualTo(patches);
    }
}
