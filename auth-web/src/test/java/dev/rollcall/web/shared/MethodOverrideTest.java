package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodOverrideTest {

    @ParameterizedTest(name = "POST with _method={0} by {1} is a {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "none,    none,              POST",
                "PATCH,   none,              PATCH",
                "PUT,     none,              PUT",
                "DELETE,  none,              DELETE",
                "GET,     none,              POST",
                "delete,  none,              POST",
                "TRACE,   none,              POST",
                "DELETE,  Bearer sk_test_1,  POST",
                "DELETE,  Bearer plapi_1,    POST",
                "DELETE,  client-token,      DELETE",
            })
    void letsABrowserMeanAnotherMethod(String wanted, String authorization, String meant) {
        assertThat(MethodOverride.meant(Optional.ofNullable(wanted), authorization))
                .isEqualTo(meant);
    }
}
