package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.Outcome;
import dev.rollcall.outbound.OutboundAnswer;
import dev.rollcall.outbound.OutboundFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the queue makes of an answer. */
class TriedTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void aTwoHundredIsTaken(int status) {
        assertThat(answered(status, Map.of()).outcome()).isEqualTo(Outcome.done());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 404, 410, 429, 500, 503})
    void anythingElseIsTriedAgainARedirectIncluded(int status) {
        assertThat(answered(status, Map.of()).outcome()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void theOtherSideMayAskUsToStop() {
        assertThat(answered(500, Map.of("webhook-delivery", "abort-message")).outcome())
                .isInstanceOf(Outcome.Hopeless.class);
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "'Thu, 01 Jan 2026 01:00:00 GMT', PT1H",
        "999999999, PT12H", // nobody puts us off for a year
    })
    void theOtherSideMayAskUsToWait(String header, Duration wait) {
        assertThat(answered(503, Map.of("retry-after", header)).outcome())
                .isEqualTo(new Outcome.Failed("the endpoint answered 503", Optional.of(wait)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "Thu, 01 Jan 2015 01:00:00 GMT", "9999999999999999999999"})
    void aWaitThatMakesNoSenseIsNone(String header) {
        assertThat(answered(429, Map.of("retry-after", header)).outcome())
                .isEqualTo(new Outcome.Failed("the endpoint answered 429", Optional.empty()));
    }

    @Test
    void aFailureSaysWhyAndNotWhere() {
        var tried = Tried.failed(new OutboundFailure("no answer in time", false, null), Duration.ZERO, Map.of());
        assertThat(tried.outcome()).isEqualTo(Outcome.failed("no answer in time"));
        assertThat(Tried.failed(new IllegalStateException("http://x"), Duration.ZERO, Map.of())
                        .response())
                .doesNotContain("http://x");
    }

    private static Tried answered(int status, Map<String, String> headers) {
        return Tried.answered(new OutboundAnswer(status, headers, "", Duration.ZERO), NOW, Map.of());
    }
}
