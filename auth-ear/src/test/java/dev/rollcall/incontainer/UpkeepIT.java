package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server clears away by itself. Rows are made old where they lie, and the schedule is told to run. */
class UpkeepIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final Tenant APP = OPERATOR.development();

    private final Browser browser = APP.browser();

    @BeforeEach
    void nothingRuns() {
        Schedules.quiet("cleanup");
        Schedules.quiet("batch_store");
    }

    @Test
    void anOverdueSessionIsWrittenDownAsWhatItWas() throws SQLException {
        var expired = browser.signUp().sessionId();
        var abandoned = APP.browser().signUp().sessionId();
        change("update session set expire_at = now() - interval '1 hour' where id = ?", expired);
        change("update session set abandon_at = now() - interval '1 hour' where id = ?", abandoned);

        Schedules.run("cleanup");

        assertThat(EmbeddedPostgres.text("select status from session where id = ?", expired))
                .isEqualTo("EXPIRED");
        assertThat(EmbeddedPostgres.text("select status from session where id = ?", abandoned))
                .isEqualTo("ABANDONED");
        assertThat(EmbeddedPostgres.text(
                        "select (updated_at < now() - interval '59 minutes')::text from session where id = ?", expired))
                .isEqualTo("true");
    }

    @Test
    void theNumberOfUsersIsFoldedAndStaysWhatItIs() throws SQLException {
        browser.signUp();
        var number = "/v1/users/count";
        int users = APP.backend().get(number).ok().at("/total_count").asInt();
        change("""
                insert into user_tally (instance_id, difference)
                select id, case when n % 2 = 0 then 1 else -1 end from instance, generate_series(1, 200) n where id = ?""", APP.instanceId());

        Schedules.run("cleanup");

        assertThat(count("select count(*) from user_tally where instance_id = ?", APP.instanceId()))
                .isEqualTo(1);
        assertThat(APP.backend().get(number).ok().at("/total_count").asInt()).isEqualTo(users);
        assertThat(count("select count(*) from users where instance_id = ?", APP.instanceId()))
                .isEqualTo(users);
    }

    @Test
    void aLiveSessionStaysHoweverOldItIs() throws SQLException {
        var session = browser.signUp().sessionId();
        change(
                "update session set updated_at = now() - interval '1 year', created_at = updated_at where id = ?",
                session);
        change("""
                update client set updated_at = now() - interval '1 year'
                 where id = (select client_id from session where id = ?)""", session);

        Schedules.run("cleanup");

        assertThat(browser.token(session)).isNotBlank();
    }

    @Test
    void whatEndedLongAgoIsForgottenWithTheBrowserItWasIn() throws SQLException {
        var session = browser.signUp().sessionId();
        var client = EmbeddedPostgres.text("select client_id from session where id = ?", session);
        change("update session set status = 'ENDED', updated_at = now() - interval '31 days' where id = ?", session);
        change("update client set updated_at = now() - interval '31 days' where id = ?", client);
        change("update sign_up set abandon_at = now() - interval '8 days' where client_id = ?", client);

        Schedules.run("cleanup"); // the browser goes before the sessions do, so it goes with the next round
        Schedules.run("cleanup");

        assertThat(count("select count(*) from session where id = ?", session)).isZero();
        assertThat(count("select count(*) from client where id = ?", client)).isZero();
        assertThat(count("select count(*) from dev_browser where client_id = ?", client))
                .isZero();
    }

    /** Rows that anybody has written down by asking were kept as long as those of people who had signed in. */
    @Test
    void aBrowserInWhichNobodyEverSignedInIsForgottenAfterADay() throws SQLException {
        var client = browser.post("/v1/client").ok().text("/response/id");
        var known = browser.tenant().browser();
        var session = known.signUp().sessionId();
        var used = EmbeddedPostgres.text("select client_id from session where id = ?", session);
        change("delete from session where id = ?", session);
        change("delete from sign_up where client_id = ?", used);
        change(
                "update client set created_at = now() - interval '25 hours', updated_at = created_at where id = ?",
                used);
        Schedules.run("cleanup");
        assertThat(count("select count(*) from client where id = ?", client))
                .as("young")
                .isEqualTo(1);
        change("update client set created_at = now() - interval '25 hours' where id = ?", client);
        Schedules.run("cleanup");
        assertThat(count("select count(*) from client where id = ?", client)).isZero();
        assertThat(count("select count(*) from client where id = ?", used))
                .as("known")
                .isEqualTo(1);
    }

    /** The address of somebody who was deleted stood in both for good. */
    @Test
    void theInvitationOfSomebodyWhoIsGoneEndsByRetention() throws SQLException {
        var email = Tenant.freshEmail();
        var backend = APP.backend();
        var entry = backend.post("/v1/waitlist_entries", Map.of("email_address", email))
                .ok()
                .text("/id");
        var invited = backend.post("/v1/waitlist_entries/" + entry + "/invite", Map.of())
                .ok();
        var invitation = invited.text("/invitation/id");
        var ticket = backend.messages(email, "waitlist_invitation")
                .get(0)
                .toString()
                .replaceFirst(".*accept\\?ticket=(inv_[\\w-]+).*", "$1");
        var user = browser.post(
                        "/v1/client/sign_ups", "strategy", "ticket", "ticket", ticket, "password", Browser.PASSWORD)
                .ok()
                .text("/response/created_user_id");
        var waits = "select count(*) from waitlist_entry where id = ?";
        var kept = "select count(*) from invitation where id = ?";
        Schedules.run("cleanup");
        assertThat(count(waits, entry) + count(kept, invitation))
                .as("while they are there")
                .isEqualTo(2);

        backend.delete("/v1/users/" + user).ok();
        Schedules.run("cleanup");
        assertThat(count(waits, entry) + count(kept, invitation)).as("at first").isEqualTo(2);
        change("update waitlist_entry set left_at = left_at - interval '31 days' where id = ?", entry);
        change("update invitation set left_at = left_at - interval '31 days' where id = ?", invitation);
        Schedules.run("cleanup");
        assertThat(count(waits, entry) + count(kept, invitation)).isZero();
    }

    @Test
    void aVerificationStaysAsLongAsAnAddressShowsIt() throws SQLException {
        var person = browser.signUp();
        var verification = EmbeddedPostgres.text(
                "select verification_id from identification where user_id = ? and type = 'EMAIL_ADDRESS'",
                person.userId());
        var makeOld = "update verification set look_at = now() - interval '8 days' where id = ?";
        change(makeOld, verification);
        Schedules.run("cleanup");
        assertThat(APP.backend()
                        .get("/v1/users/" + person.userId())
                        .ok()
                        .text("/email_addresses/0/verification/status"))
                .isEqualTo("verified");

        APP.backend().delete("/v1/users/" + person.userId()).ok();
        change(makeOld, verification);
        Schedules.run("cleanup");
        assertThat(count("select count(*) from verification where id = ?", verification))
                .isZero();
    }

    @ParameterizedTest(name = "a {1} job that ended {2} ago is kept: {3}")
    @CsvSource({
        "fresh, DONE, 2 days,  1",
        "done,  DONE, 4 days,  0",
        "dead,  DEAD, 4 days,  1",
        "worse, DEAD, 31 days, 0",
    })
    void jobsAreForgottenByRetention(String id, String state, String age, int kept) throws SQLException {
        change("""
                insert into job (instance_id, id, type, priority, payload, state, run_at, created_at, finished_at)
                values (?, 'job_%s', 'probe', 3, '{}', '%s', now(), now(), now() - interval '%s')""".formatted(id, state, age), APP.instanceId());

        Schedules.run("cleanup");

        assertThat(count(
                        "select count(*) from job where id = 'job_%s' and instance_id = ?".formatted(id),
                        APP.instanceId()))
                .isEqualTo(kept);
    }

    @Test
    void theBatchStoreForgetsItsOldJobs() throws SQLException {
        Schedules.run("cleanup");
        var running = "select count(*) from jb_jobinstance where jobname = ? and batchstatus < 2";
        int queues = count(running, "queue");
        change(
                "update jb_jobinstance set updatetime = now() - interval '8 days' where batchstatus >= 3 and jobname <> ?",
                "");
        Schedules.run("batch_store");

        var progress = Schedules.of("batch_store").at("/progress/swept/old_batch_jobs");
        assertThat(progress.asInt()).isPositive();
        assertThat(count(running, "queue")).isEqualTo(queues).isPositive();
    }

    @Test
    void theRunOfADeadNodeIsGoneOnWithWhereItWas() throws SQLException {
        change("""
                update schedule set state = 'RUNNING', started_at = now() - interval '5 minutes', finished_at = null,
                       next_run_at = now() + interval '1 hour',
                       lease_owner = 'a node that died', lease_until = now() - interval '1 second',
                       progress = '{"sweep": "overdue_sessions", "instance": "", "stops": 4711, "swept": {"finished_jobs": 3}}'
                 where name = ?""", "cleanup");

        var after = Schedules.quiet("cleanup");

        assertThat(after.path("state").asText()).isEqualTo("done");
        assertThat(after.at("/progress/stops").asInt()).isGreaterThan(4711);
        assertThat(after.at("/progress/swept/finished_jobs").asInt())
                .as("not done twice")
                .isEqualTo(3);
    }

    @Test
    void aScheduleThatRunsIsNotStartedAgain() throws SQLException {
        change("""
                update schedule set state = 'RUNNING', lease_owner = 'another node', lease_until = now() + interval '1 hour'
                 where name = ?""", "signing_keys");
        try {
            OPERATOR.post("/v1/platform/schedules/signing_keys/run", Map.of()).refused(409, "schedule_already_running");
        } finally {
            change(
                    "update schedule set state = 'DONE', lease_owner = null, lease_until = null where name = ?",
                    "signing_keys");
        }
        OPERATOR.post("/v1/platform/schedules/coffee/run", Map.of()).refused(404, "resource_not_found");
    }

    private static void change(String sql, String id) throws SQLException {
        assertThat(EmbeddedPostgres.update(sql, id)).isPositive();
    }

    private static int count(String sql, String id) throws SQLException {
        return Integer.parseInt(EmbeddedPostgres.text(sql, id));
    }
}
