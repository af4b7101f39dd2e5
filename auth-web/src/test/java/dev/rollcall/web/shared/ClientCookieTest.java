package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.instance.EnvironmentType;
import dev.rollcall.instance.Instance;
import org.junit.jupiter.api.Test;

class ClientCookieTest {

    @Test
    void isTheInstancesOwnInDevelopment() {
        assertThat(ClientCookie.names(instance(EnvironmentType.DEVELOPMENT)))
                .containsExactly("__client_cdo57ytG", "__client");
        assertThat(ClientCookie.names(instance(EnvironmentType.PRODUCTION))).containsExactly("__client");
    }

    /** The key and its suffix were seen with the official SDK. */
    private static Instance instance(EnvironmentType type) {
        return new Instance(
                "ins_1",
                "app_1",
                "App",
                type,
                "slug",
                "fapi.localhost:4443",
                "http://localhost",
                null,
                "pk_test_ZmFwaS5sb2NhbGhvc3Q6NDQ0MyQ=",
                null,
                1);
    }
}
