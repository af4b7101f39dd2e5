package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Answer;
import dev.rollcall.contract.Backend;
import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Background work as an app's operators see it: what waits, what failed and why, and what they can do about it. */
class JobsIT {

    private Tenant app;
    private Backend backend;

    @BeforeEach
    void anApp() {
        app = Operator.platform().development();
        backend = app.backend();
    }

    @Test
    void aDeadJobSaysWhyItDied() throws SQLException {
        var id = JobRow.dead(app).set("trace_id", "'abc'").write();
        var job = job(id);

        assertThat(job.text("/object")).isEqualTo("job");
        assertThat(job.text("/type")).isEqualTo("probe");
        assertThat(job.text("/state")).isEqualTo("dead");
        assertThat(job.text("/priority")).isEqualTo("normal");
        assertThat(job.at("/payload/n").asInt()).isEqualTo(1);
        assertThat(job.at("/attempts").asInt()).isEqualTo(6);
        assertThat(job.text("/last_error")).isEqualTo("no luck");
        assertThat(job.at("/failures/0/at").asLong()).isEqualTo(1_700_000_000_000L);
        assertThat(job.text("/trace_id")).isEqualTo("abc");
        assertThat(job.at("/finished_at").asLong()).isPositive();
        assertThat(job.at("/lease_until").isNull()).isTrue();
    }

    @Test
    void whoRunsAJobShowsByItsLease() throws SQLException {
        var job = job(JobRow.running(app).write());
        assertThat(job.text("/state")).isEqualTo("running");
        assertThat(job.at("/lease_until").asLong()).isPositive();
    }

    @Test
    void aReplayedJobRunsUnderItsOldIdAndKeepsItsFailures() throws Exception {
        var id = JobRow.dead(app).write();
        var replayed = backend.post("/v1/jobs/" + id + "/replay", Map.of()).ok();

        assertThat(replayed.text("/id")).isEqualTo(id);
        assertThat(replayed.at("/attempts").asInt()).isLessThanOrEqualTo(1);
        assertThat(replayed.text("/last_error")).isEqualTo("no luck");
        assertThat(until(id, "done").at("/failures").size()).isEqualTo(1);
        backend.post("/v1/jobs/" + id + "/replay", Map.of()).refused(409, "job_not_replayable");
    }

    @Test
    void aWaitingJobIsCalledOff() throws SQLException {
        var id = JobRow.waiting(app).write();
        assertThat(backend.post("/v1/jobs/" + id + "/cancel", Map.of()).ok().text("/state"))
                .isEqualTo("cancelled");
        backend.post("/v1/jobs/" + id + "/cancel", Map.of()).refused(409, "job_finished");
    }

    @Test
    void aCancelledJobCanBeReplayed() throws Exception {
        var id = JobRow.waiting(app).write();
        backend.post("/v1/jobs/" + id + "/cancel", Map.of()).ok();
        backend.post("/v1/jobs/" + id + "/replay", Map.of()).ok();
        until(id, "done");
    }

    @Test
    void aRunningJobCannotBeCalledOffNorReplayed() throws SQLException {
        var id = JobRow.running(app).write();
        backend.post("/v1/jobs/" + id + "/cancel", Map.of()).refused(409, "job_running");
        backend.post("/v1/jobs/" + id + "/replay", Map.of()).refused(409, "job_not_replayable");
        assertThat(job(id).text("/state")).isEqualTo("running");
    }

    @Test
    void aJobWhoseLeaseHasEndedCanBeCalledOff() throws SQLException {
        var id = JobRow.waiting(app)
                .set("lease_owner", "'a dead node'")
                .set("lease_until", "now() - interval '1 second'")
                .write();
        backend.post("/v1/jobs/" + id + "/cancel", Map.of()).ok();
    }

    @Test
    void aJobThatAPendingOneDoesTheWorkOfIsNotReplayed() throws SQLException {
        var id = JobRow.dead(app).set("dedupe_key", "'k'").write();
        JobRow.waiting(app).set("dedupe_key", "'k'").write();
        backend.post("/v1/jobs/" + id + "/replay", Map.of()).refused(409, "job_superseded");
    }

    @Test
    void manyAreReplayedByFilterAndOfOneKeyTheNewestOnly() throws Exception {
        var one = JobRow.dead(app).write();
        var old = JobRow.dead(app)
                .set("dedupe_key", "'k'")
                .set("created_at", "now() - interval '1 hour'")
                .write();
        var newest = JobRow.dead(app).set("dedupe_key", "'k'").write();
        var other = JobRow.dead(app).set("type", "'ghost'").write();

        var answer = backend.post("/v1/jobs/replay", Map.of("type", "probe")).ok();
        assertThat(answer.at("/count").asInt()).isEqualTo(2);
        assertThat(answer.at("/more").asBoolean()).isFalse();
        until(one, "done");
        until(newest, "done");
        assertThat(job(old).text("/state")).isEqualTo("dead");
        assertThat(job(other).text("/state")).isEqualTo("dead");
    }

    @Test
    void asManyAsAskedForAreCalledOffAndRunningOnesAreNot() throws SQLException {
        for (int n = 0; n < 3; n++) {
            JobRow.waiting(app).write();
        }
        var running = JobRow.running(app).write();
        var first = backend.post("/v1/jobs/cancel", Map.of("type", "probe", "limit", 2))
                .ok();
        assertThat(first.at("/count").asInt()).isEqualTo(2);
        assertThat(first.at("/more").asBoolean()).isTrue();
        var second =
                backend.post("/v1/jobs/cancel", Map.of("priority", "normal")).ok();
        assertThat(second.at("/count").asInt()).isEqualTo(1);
        assertThat(job(running).text("/state")).isEqualTo("running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "cancel"})
    void whoForgetsTheFilterDoesNotMeanAll(String verb) throws SQLException {
        var id = JobRow.waiting(app).write();
        backend.post("/v1/jobs/" + verb, Map.of()).refused(422, "job_filter_missing");
        backend.post("/v1/jobs/" + verb, Map.of("state", List.of("pending"))).refused(422, "job_filter_missing");
        backend.post("/v1/jobs/" + verb, Map.of("typ", "probe")).refused(422, "form_param_unknown", "typ");
        assertThat(job(id).text("/state")).isEqualTo("pending");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "state=pending, W",
        "state=running, R",
        "state=done, F",
        "state=dead, D",
        "state=cancelled, C",
        "state=dead&state=running, DR",
        "type=ghost, D",
        "type=nothing,",
        "priority=urgent, R",
        "priority=urgent&priority=low, RC",
        "trace_id=t1, F",
        "dedupe_key=k1, W",
        "created_at_before=1500000000000, C",
        "created_at_after=1500000000000&state=cancelled,",
        "type=probe' or '1'='1,",
        "limit=2&offset=1&state=dead&state=running&state=done, FR",
    })
    void aFilterFindsWhatItSays(String query, String letters) throws SQLException {
        var ids = new java.util.LinkedHashMap<String, String>();
        ids.put(
                JobRow.waiting(app)
                        .set("dedupe_key", "'k1'")
                        .set("created_at", "now() - interval '5 s'")
                        .write(),
                "W");
        ids.put(
                JobRow.running(app)
                        .set("priority", "0")
                        .set("created_at", "now() - interval '4 s'")
                        .write(),
                "R");
        ids.put(
                JobRow.finished(app, "DONE")
                        .set("trace_id", "'t1'")
                        .set("created_at", "now() - interval '3 s'")
                        .write(),
                "F");
        ids.put(JobRow.dead(app).set("type", "'ghost'").write(), "D");
        ids.put(
                JobRow.finished(app, "CANCELLED")
                        .set("priority", "3")
                        .set("created_at", "'2017-01-01'")
                        .write(),
                "C");

        var found = backend.get("/v1/jobs?" + query.replace(" ", "%20").replace("'", "%27"))
                .ok();
        var seen = new StringBuilder();
        found.at("/data").forEach(job -> seen.append(ids.get(job.path("id").asText())));
        assertThat(seen.toString()).isEqualTo(letters == null ? "" : letters);
    }

    @ParameterizedTest
    @CsvSource({"state, asleep", "priority, 0", "created_at_before, yesterday", "created_at_after, -1", "limit, 0"})
    void aFilterThatMeansNothingIsRefusedByName(String name, String value) {
        var refused = backend.get("/v1/jobs?" + name + "=" + value);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/meta/param_name")).isEqualTo(name);
    }

    @Test
    void jobsOfAnotherInstanceDoNotExist() throws SQLException {
        var id = JobRow.dead(app).write();
        var theirs = Operator.platform().development().backend();
        theirs.get("/v1/jobs/" + id).refused(404, "resource_not_found");
        theirs.post("/v1/jobs/" + id + "/replay", Map.of()).refused(404, "resource_not_found");
        theirs.post("/v1/jobs/" + id + "/cancel", Map.of()).refused(404, "resource_not_found");
        assertThat(theirs.post("/v1/jobs/replay", Map.of("type", "probe"))
                        .ok()
                        .at("/count")
                        .asInt())
                .isZero();
        assertThat(theirs.get("/v1/jobs").ok().at("/total_count").asInt()).isZero();
        assertThat(job(id).text("/state")).isEqualTo("dead");
    }

    @Test
    void whatARequestHasCausedIsFoundByTheTraceIdOfItsAnswer() {
        var endpoint = Map.of("url", "http://localhost:9/nobody-listens");
        assertThat(backend.post("/api/v1/app/" + app.instanceId() + "/endpoint", endpoint)
                        .status())
                .isEqualTo(201);
        backend.createUser(Tenant.freshEmail(), "correct-Horse-battery-91");
        var created = backend.createUser(Tenant.freshEmail(), "correct-Horse-battery-91");

        var trace = created.header("X-Clerk-Trace-Id");
        var jobs = backend.get("/v1/jobs?trace_id=" + trace).ok();
        assertThat(jobs.at("/data").findValuesAsText("type")).containsExactly("webhook.deliver");
        assertThat(jobs.text("/data/0/trace_id")).isEqualTo(trace);
        assertThat(jobs.text("/data/0/priority")).isEqualTo("high");
    }

    private Answer job(String id) {
        return backend.get("/v1/jobs/" + id).ok();
    }

    /** Waits for a job that the queue has been told of. */
    private Answer until(String id, String state) {
        return Eventually.see(
                "job " + state, () -> job(id), job -> job.text("/state").equals(state));
    }
}
