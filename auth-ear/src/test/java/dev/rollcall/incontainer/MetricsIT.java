package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Rollcall;
import dev.rollcall.contract.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the operators of the whole server see of its background work: metrics, readiness, the queue, dead jobs. */
class MetricsIT {

    private static final Pattern OLDEST_URGENT = Pattern.compile("\"oldest_urgent_job_seconds\":(\\d+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Operator operator = Operator.platform();
    private final Tenant app = operator.development();

    @Test
    void attemptsAreCountedAndTimedByPriorityAndType() throws Exception {
        var id = JobRow.dead(app).set("priority", "3").write();
        app.backend().post("/v1/jobs/" + id + "/replay", Map.of()).ok();
        var kind = "priority=\"low\",type=\"probe\",";
        var metrics =
                until("/metrics", text -> count(text, "rollcall_job_attempts_total", "outcome=\"done\"," + kind) > 0);

        assertThat(count(metrics, "rollcall_job_wait_seconds_count", kind)).isPositive();
        assertThat(count(metrics, "rollcall_job_run_seconds_count", kind)).isPositive();
        assertThat(metrics)
                .contains("rollcall_job_wait_seconds_bucket{mp_scope=\"application\"," + kind + "le=\"0.05\",}")
                .contains("rollcall_channel_breaker_open{channel=\"email\",");
    }

    /** But for what is counted only once somebody had to be turned away. */
    @Test
    void theDashboardAsksForWhatIsThere() throws Exception {
        var dashboard = Files.readString(Path.of("../liberty/grafana.json"));
        var asked = Pattern.compile("\\b(?:rollcall|connectionpool|memory)_\\w+")
                .matcher(dashboard)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(name -> !name.equals("rollcall_requests_turned_away_total"))
                .toList();
        assertThat(asked).hasSizeGreaterThan(12);
        until("/metrics", text -> asked.stream().allMatch(name -> text.contains("\n" + name + "{")));
    }

    @Test
    void mintsSignInsAndHashesAreCounted() throws Exception {
        var browser = app.browser();
        var person = browser.signUp();
        browser.post("/v1/client/sessions/" + person.sessionId() + "/remove").ok();
        var before = until("/metrics", text -> true);
        browser.post("/v1/client/sign_ins", "identifier", person.email(), "password", "wrong-" + person.password());
        var session = browser.signIn(person.email(), person.password());
        browser.token(session);
        var after = until("/metrics", text -> true);

        for (var outcome : new String[] {"complete", "failed"}) {
            var tag = "outcome=\"" + outcome + "\",";
            assertThat(count(after, "rollcall_sign_ins_total", tag))
                    .as(outcome)
                    .isGreaterThan(count(before, "rollcall_sign_ins_total", tag));
        }
        assertThat(count(after, "rollcall_tokens_minted_total", "kind=\"session\","))
                .isGreaterThan(count(before, "rollcall_tokens_minted_total", "kind=\"session\","));
        assertThat(after).contains("rollcall_hashes_running{", "rollcall_hashes_waiting{", "connectionpool_");
    }

    @Test
    void theQueueIsCountedByPriorityTypeAndState() throws Exception {
        var type = "type_" + UUID.randomUUID();
        JobRow.dead(app).set("type", "'" + type + "'").write();
        JobRow.waiting(app).set("type", "'" + type + "'").write();
        JobRow.running(app).set("type", "'" + type + "'").write();
        var states = List.of("dead", "scheduled", "running");
        var metrics = until("/metrics", text -> states.stream()
                .allMatch(state -> text.contains("state=\"" + state + "\",type=\"" + type + "\",")));

        for (var state : states) {
            var tags = "priority=\"normal\",state=\"" + state + "\",type=\"" + type + "\",";
            assertThat(count(metrics, "rollcall_jobs", tags)).as(state).isEqualTo(1);
        }
        var queue = operator.get("/v1/platform/queue").ok();
        assertThat(queue.at("/types").findValuesAsText("type")).contains(type);
        assertThat(queue.at("/priorities/0/priority").asText()).isEqualTo("urgent");
        assertThat(queue.at("/priorities/0/workers").asInt()).isPositive();
    }

    @Test
    void anUrgentJobThatNobodyTriesShowsInReadinessAndTakesNoNodeDown() throws Exception {
        var id = JobRow.waiting(app)
                .set("priority", "0")
                .set("created_at", "now() - interval '3 hours'")
                .write();
        var late = until("/health/ready", text -> oldestUrgent(text) >= 3 * 3600);
        assertThat(late)
                .contains("\"urgent_jobs\":\"late\"")
                .contains("\"status\":\"UP\"")
                .contains("\"queue_workers\":6");

        app.backend().post("/v1/jobs/" + id + "/cancel", Map.of()).ok();
        until("/health/ready", text -> oldestUrgent(text) < 3600); // other tests leave letters waiting
    }

    private static long oldestUrgent(String readiness) {
        var found = OLDEST_URGENT.matcher(readiness);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Test
    void operatorsSeeTheDeadJobsOfAllInstancesAndReplayThem() throws Exception {
        var type = "type_" + UUID.randomUUID();
        var other = operator.development();
        JobRow.dead(app).set("type", "'" + type + "'").write();
        JobRow.waiting(other).set("type", "'" + type + "'").write();
        var id = JobRow.dead(other).set("type", "'" + type + "'").write();

        var dead = operator.get("/v1/platform/jobs?type=" + type).ok();
        assertThat(dead.at("/data").findValuesAsText("instance_id"))
                .containsExactly(other.instanceId(), app.instanceId());
        operator.get("/v1/platform/jobs?state=done").refused(422, "form_param_value_invalid", "state");
        var path = "/v1/platform/instances/%s/jobs/" + id + "/replay";
        operator.post(path.formatted(app.instanceId()), Map.of()).refused(404, "resource_not_found");
        operator.post(path.formatted(other.instanceId()), Map.of()).ok();
        assertThat(operator.get("/v1/platform/jobs?type=" + type)
                        .ok()
                        .at("/total_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aSecretKeyOpensNothingOfThisKind() {
        for (var path : new String[] {"/v1/platform/queue", "/v1/platform/jobs"}) {
            assertThat(app.backend().get(path).status()).isIn(401, 403);
        }
    }

    /** Asks until the answer is as expected: what is shown is counted every few seconds. */
    private static String until(String path, Predicate<String> expected) {
        var request = HttpRequest.newBuilder(URI.create(Rollcall.url() + path)).build();
        return Eventually.see(
                path,
                () -> {
                    try {
                        return CLIENT.send(request, BodyHandlers.ofString()).body();
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                expected);
    }

    private static double count(String metrics, String name, String tags) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(tags))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
