package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Operator;
import java.util.Map;

/** The server's routines, which tests want done now, and which the server begins by itself as well: even in the middle of a test. */
final class Schedules {

    private static final Operator OPERATOR = Operator.platform();

    /** Runs the routine once from now on, and waits until it is done; a round of its own that is under way is let go by. */
    static JsonNode run(String name) {
        Eventually.see(
                name + " begun",
                () -> OPERATOR.post("/v1/platform/schedules/" + name + "/run", Map.of())
                        .status(),
                status -> {
                    assertThat(status).isIn(200, 409);
                    return status == 200;
                });
        var done = quiet(name);
        assertThat(done.path("last_error").isNull()).as(done.toString()).isTrue();
        return done;
    }

    /** The routine when nothing of it runs or is due. */
    static JsonNode quiet(String name) {
        return Eventually.see(
                name + " done",
                () -> of(name),
                schedule -> schedule.path("next_run_at").asLong() > System.currentTimeMillis()
                        && !schedule.path("state").asText().equals("running"));
    }

    /** The routine as operators see it now. */
    static JsonNode of(String name) {
        for (var schedule : OPERATOR.get("/v1/platform/schedules").ok().json()) {
            if (schedule.path("name").asText().equals(name)) {
                return schedule;
            }
        }
        throw new AssertionError("no schedule of name " + name);
    }

    private Schedules() {}
}
