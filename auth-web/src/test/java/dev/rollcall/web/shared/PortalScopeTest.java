package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A portal token in the hands of somebody who wants more of it. */
class PortalScopeTest {

    /** Path confusion: the router passes over what the check stumbled at. */
    @ParameterizedTest
    @ValueSource(strings = {"secret", "secret/", "secret;a=b", "secret;a=b/", "secret//"})
    void aTokenThatMayOnlyLookDoesNotSeeTheSecret(String end) {
        assertThat(PortalScope.allows(true, "GET", path("api/v1/app/ins_1/endpoint/ep_1/" + end)))
                .isFalse();
    }

    @Test
    void aTokenThatMayOnlyLookLooks() {
        assertThat(PortalScope.allows(true, "GET", path("api/v1/app/ins_1/endpoint")))
                .isTrue();
        assertThat(PortalScope.allows(true, "POST", path("api/v1/app/ins_1/endpoint")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/v1/app/ins_1/msg",
                "api/v1/app/ins_1/msg;x=%2Fendpoint",
                "api/v1/app/endpoint",
                "api/v1/auth/app-portal-access/endpoint",
                "api/v1/auth/app-portal-access/ins_1;endpoint"
            })
    void aTokenMakesNoEventsAndNoTokens(String path) {
        assertThat(PortalScope.allows(false, "POST", path(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint", "endpoint/ep_1/secret/rotate", "msg/msg_1/endpoint/ep_1/resend"})
    void aTokenManagesEndpoints(String path) {
        assertThat(PortalScope.allows(false, "POST", path("api/v1/app/ins_1/" + path)))
                .isTrue();
    }

    private static List<PathSegment> path(String text) {
        return Stream.of(text.split("/", -1)).map(PortalScopeTest::segment).toList();
    }

    private static PathSegment segment(String text) {
        return new PathSegment() {

            @Override
            public String getPath() {
                return text.split(";", 2)[0];
            }

            @Override
            public MultivaluedMap<String, String> getMatrixParameters() {
                return new MultivaluedHashMap<>();
            }
        };
    }
}
