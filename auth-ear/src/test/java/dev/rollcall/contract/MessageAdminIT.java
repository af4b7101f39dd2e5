package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of an instance as its operators look for them, and send anew what has failed. */
class MessageAdminIT {

    private static final Tenant APP = Operator.platform().development();
    private static final String EMAIL = Tenant.freshEmail();

    static {
        APP.browser().signUp(EMAIL);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "channel=email, true",
        "channel=sms, false",
        "status=captured, true",
        "status=failed, false",
        "slug=verification_code, true",
        "slug=invitation, false",
        "job_id=job_1, false",
        "user_id=user_1, false",
        "to_phone_number=%2B15555550100, false",
    })
    void aFilterFindsWhatItSays(String filter, boolean found) {
        var messages = APP.backend()
                .get("/v1/messages?" + filter + "&to_email_address=" + EMAIL)
                .ok();
        assertThat(messages.at("/data").isEmpty()).isEqualTo(!found || filter.startsWith("to_phone"));
    }

    @ParameterizedTest
    @CsvSource({"channel, pigeon", "status, lost"})
    void aFilterThatMeansNothingIsRefusedByName(String name, String value) {
        APP.backend().get("/v1/messages?" + name + "=" + value).refused(422, "form_param_value_invalid", name);
    }

    @Test
    void oneIsShownAloneAndACapturedOneIsNotSent() {
        var id = APP.backend().get("/v1/messages?limit=1").ok().text("/data/0/id");
        assertThat(APP.backend().get("/v1/messages/" + id).ok().text("/to_email_address"))
                .isEqualTo(EMAIL);
        APP.backend().post("/v1/messages/" + id + "/replay", Map.of()).refused(409, "message_not_replayable");
        APP.backend().get("/v1/messages/ema_nobody").refused(404, "resource_not_found");
    }

    @Test
    void whatWasCalledOffFailsAndIsSentAnewUnderItsOldJob() {
        var app = Operator.platform().production(); // without a channel, so that nothing is delivered
        var email = Tenant.freshEmail();
        var browser = app.browser();
        var signUp = browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                .ok()
                .text("/response/id");
        browser.post("/v1/client/sign_ups/" + signUp + "/prepare_verification", "strategy", "email_code")
                .ok();
        var message =
                app.backend().get("/v1/messages?to_email_address=" + email).ok();
        var path = "/v1/messages/" + message.text("/data/0/id");
        var job = message.text("/data/0/job_id");
        assertThat(app.backend().get("/v1/messages?job_id=" + job).ok().text("/data/0/id"))
                .isEqualTo(message.text("/data/0/id"));

        callOff(app.backend(), job);
        assertThat(app.backend().get(path).ok().text("/status")).isEqualTo("failed");
        assertThat(app.backend().get(path).ok().text("/error")).isEqualTo("called off");

        assertThat(app.backend().post(path + "/replay", Map.of()).ok().text("/status"))
                .isEqualTo("queued");
        assertThat(app.backend().get("/v1/jobs/" + job).ok().text("/state")).isIn("pending", "running");
    }

    /** A worker may just have it. */
    private static void callOff(Backend backend, String job) {
        Eventually.see(
                "a job that is not running",
                () -> backend.post("/v1/jobs/" + job + "/cancel", Map.of()).status(),
                status -> status == 200);
    }
}
