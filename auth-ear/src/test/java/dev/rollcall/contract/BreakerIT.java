package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the server's own channel fails, its breaker trips: messages wait, none is lost, and all leave once it works again. */
class BreakerIT {

    private static final int MESSAGES = 150;

    @Test
    void aTrippedBreakerDelaysAndLosesNothing() {
        var tenant = Operator.platform().production();
        try (var sendGrid = new FakeProvider(Integer.getInteger("rollcall.sendgrid.port"), 503)) {
            for (int i = 0; i < MESSAGES; i++) {
                tenant.backend()
                        .post("/v1/message_channels/email/test", Map.of("to_email_address", Tenant.freshEmail()))
                        .ok();
            }
            Eventually.see("a tripped breaker", () -> breaker(tenant), "open"::equals);
            assertThat(sendGrid.seen().size()).as("requests before it tripped").isLessThan(MESSAGES);

            sendGrid.answer(202, "");
            Eventually.see("a breaker that closes", () -> breaker(tenant), "closed"::equals);
            var messages = Eventually.see(
                    "all deliveries",
                    () -> tenant.backend().get("/v1/messages?limit=500").ok().at("/data"),
                    all -> count(all, "delivered") == MESSAGES);
            var ids = new HashSet<String>();
            messages.forEach(m -> ids.add(m.path("id").asText()));
            assertThat(ids).hasSize(MESSAGES);
            sendGrid.seen().forEach(request -> ids.removeIf(id -> request.body().contains(id)));
            assertThat(ids).as("messages that never reached the provider").isEmpty();
        }
    }

    private static String breaker(Tenant tenant) {
        return tenant.backend().get("/v1/message_channels/email").ok().text("/breaker");
    }

    private static long count(JsonNode messages, String status) {
        long count = 0;
        for (var message : messages) {
            count += message.path("status").asText().equals(status) ? 1 : 0;
        }
        return count;
    }
}
