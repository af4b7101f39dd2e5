package dev.rollcall.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.input.Input;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.message.MessageAdmin;
import dev.rollcall.message.Messages;
import dev.rollcall.message.SmsView;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Text messages, which no request causes yet. */
@ExtendWith(ArquillianExtension.class)
class MessagesIT {

    private static final String NUMBER = "+14155552671";

    @Inject
    private Messages messages;

    @Inject
    private MessageAdmin admin;

    @Inject
    private InstanceService instances;

    @Test
    void aTextMessageCarriesItsCode() {
        var instance = instances.standard().orElseThrow();
        var data = Json.createObjectBuilder().add("otp_code", "271828").build();
        messages.sms(instance, "verification_code", NUMBER, null, data);

        var newest = admin.list(instance, Input.ofForm(Map.of("limit", List.of("1"))));
        var sms = (SmsView) newest.data().get(0);
        assertEquals("sms_message", sms.object());
        assertTrue(sms.id().startsWith("sms_"));
        assertEquals(NUMBER, sms.toPhoneNumber());
        assertEquals("271828", sms.otpCode());
        assertTrue(sms.message().startsWith("271828 is your verification code for "));
        assertEquals("captured", sms.status());
        assertNull(sms.userId());
        assertEquals(
                sms.createdAt(), sms.payload().getJsonNumber("created_at_ms").longValue());
        assertEquals("271828", sms.payload().getJsonObject("data").getString("otp_code"));
    }
}
