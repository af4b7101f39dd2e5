package dev.rollcall.verification;

import dev.rollcall.json.Json;
import dev.rollcall.template.Medium;
import jakarta.json.JsonObject;

/**
 * Where a code goes.
 *
 * @param channel how it goes to a phone, {@code sms} or {@code whatsapp}; null for an e-mail
 */
public record Destination(Medium medium, String address, String channel) {

    /** An e-mail address. */
    public static Destination email(String address) {
        return new Destination(Medium.EMAIL, address, null);
    }

    /** A phone number in E.164. */
    public static Destination phone(String number, String channel) {
        return new Destination(Medium.SMS, number, channel);
    }

    /** What the message says: the code, and the channel where it is not the usual one. */
    JsonObject data(String code) {
        var data = Json.createObjectBuilder().add("otp_code", code);
        return channel == null ? data.build() : data.add("channel", channel).build();
    }

    /** Addresses are not logged. */
    @Override
    public String toString() {
        return "Destination[" + medium + "]";
    }
}
