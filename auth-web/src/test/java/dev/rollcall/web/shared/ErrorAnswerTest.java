package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Kind;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorAnswerTest {

    /** A request that only knows its trace id, method and path. */
    private static final HttpServletRequest REQUEST = (HttpServletRequest) Proxy.newProxyInstance(
            ErrorAnswerTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) -> switch (method.getName()) {
                case "getAttribute" -> "0123456789abcdef0123456789abcdef";
                case "getMethod" -> "POST";
                case "getRequestURI" -> "/v1/client";
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void pinsTheStatusOfEveryKind() {
        var statuses = new EnumMap<Kind, Integer>(Kind.class);
        Stream.of(Kind.values()).forEach(kind -> statuses.put(kind, ErrorAnswer.status(kind)));

        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Kind.BAD_REQUEST,
                        400,
                        Kind.UNAUTHENTICATED,
                        401,
                        Kind.FORBIDDEN,
                        403,
                        Kind.NOT_FOUND,
                        404,
                        Kind.CONFLICT,
                        409,
                        Kind.TOO_LARGE,
                        413,
                        Kind.INVALID,
                        422,
                        Kind.LOCKED,
                        423,
                        Kind.TOO_MANY,
                        429,
                        Kind.UNAVAILABLE,
                        503));
    }

    @Test
    void writesARefusalInTheWiresShape() {
        var refusal = CommonProblem.FORM_PARAM_NIL.refusal("email_address").saying("email_address must be included.");

        assertThat(json(ErrorAnswer.of(new EJBException(refusal), REQUEST))).isEqualTo("""
                {"clerk_trace_id":"0123456789abcdef0123456789abcdef","errors":[{"code":"form_param_nil",\
                "long_message":"email_address must be included.","message":"is missing",\
                "meta":{"param_name":"email_address"}}]}""");
    }

    @Test
    void leavesOutMetaThatSaysNothingAndCarriesTheClient() {
        var body = ErrorAnswer.of(CommonProblem.RESOURCE_NOT_FOUND.refusal(), REQUEST)
                .body();

        assertThat(text(body)).doesNotContain("meta");
        assertThat(text(((ErrorsView) body).withClient(Map.of("id", "client_1"))))
                .contains("\"meta\":{\"client\":{\"id\":\"client_1\"}}");
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "40001, 503, service_unavailable",
                "40P01, 503, service_unavailable",
                "57014, 503, service_unavailable",
                "53300, 503, service_unavailable",
                "08006, 503, service_unavailable",
                "23505, 409, duplicate_record",
                "22021, 422, value_not_storable",
                "22003, 422, value_not_storable",
                "22001, 422, form_param_max_length_exceeded",
                "42601, 500, internal_error",
                "none,  500, internal_error",
            })
    void answersTheDatabasesOwnRefusals(String state, int status, String code) {
        var failure = new EJBException(new PersistenceException(new SQLException("secret", state)));

        var answer = ErrorAnswer.of(failure, REQUEST);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer)).contains("\"code\":\"" + code + "\"").doesNotContain("secret");
        assertThat(answer.headers().get("Retry-After")).isEqualTo(status == 503 ? "1" : null);
    }

    @Test
    void asksToComeBackWhenThePoolIsFull() {
        var full = new PersistenceException(new SQLTransientConnectionException());
        var flood = CommonProblem.TOO_MANY_REQUESTS.refusal();

        assertThat(ErrorAnswer.of(full, REQUEST).status()).isEqualTo(503);
        assertThat(ErrorAnswer.of(flood, REQUEST).headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void takesDepthForTheSendersDoing() {
        assertThat(ErrorAnswer.of(new StackOverflowError(), REQUEST).status()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource({
        "400, 400, request_invalid",
        "401, 401, authentication_invalid",
        "403, 403, authorization_invalid",
        "404, 404, resource_not_found",
        "405, 405, method_not_allowed",
        "406, 406, not_acceptable",
        "413, 413, request_body_too_large",
        "415, 415, unsupported_media_type",
        "418, 418, request_invalid",
        "500, 500, internal_error",
        "501, 405, method_not_allowed",
        "503, 500, internal_error",
    })
    void hasWordsForWhatTheContainerRefuses(int container, int status, String code) {
        var answer = ErrorAnswer.ofStatus(container, null, REQUEST);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(Optional.of(json(answer))).get().asString().contains("\"code\":\"" + code + "\"");
    }

    private static String json(ErrorAnswer answer) {
        return text(answer.body());
    }

    private static String text(Object view) {
        return new String(Json.write(view), StandardCharsets.UTF_8);
    }
}
