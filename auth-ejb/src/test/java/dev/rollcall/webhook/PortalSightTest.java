package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.input.JsonText;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSightTest {

    private static final JsonObject LETTER =
            json("{'type':'email.created','data':{'id':'ema_1','to_email_address':'a@example.com','subject':'424242 is"
                    + " your code','body':'<p>424242</p>','body_plain':'424242','otp_code':'424242',"
                    + "'data':{'otp_code':'424242','magic_link':'https://x/v1/verify?token=424242'}}}");

    @AfterEach
    void leave() {
        Cause.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email.created", "sms.created"})
    void aPortalTokenReadsNoCodeNorLink(String type) {
        as(Actor.portal("ins_1"));
        var seen = PortalSight.of(type, LETTER);
        assertThat(seen.toString()).doesNotContain("424242").contains("a@example.com", "ema_1");
        assertThat(PortalSight.hides(type)).as("what an endpoint answered").isTrue();
    }

    @Test
    void theAppsServerReadsAll() {
        as(Actor.secretKey("sk_1"));
        assertThat(PortalSight.of("email.created", LETTER)).isEqualTo(LETTER);
    }

    @Test
    void otherEventsAreShownAsTheyAre() {
        as(Actor.portal("ins_1"));
        var user = json("{'data':{'id':'user_1'}}");
        assertThat(PortalSight.of("user.created", user)).isEqualTo(user);
    }

    private static void as(Actor actor) {
        Cause.ofRequest("trace", "192.0.2.1", "").enter();
        Cause.actor(actor);
    }

    private static JsonObject json(String text) {
        return JsonText.object(text.replace('\'', '"')).orElseThrow();
    }
}
