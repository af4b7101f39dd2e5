package dev.rollcall.template;

import dev.rollcall.json.Json;
import jakarta.json.JsonObject;

/** What a message could be about, for previews and to try out a template before it is kept. */
final class Samples {

    private Samples() {}

    /** Values for all that the message has beyond what every message has. */
    static JsonObject of(BuiltIn message) {
        var all = Json.createObjectBuilder()
                .add("otp_code", "424242")
                .add("magic_link", "https://app.example.com/open?token=sample")
                .add("action_url", "https://app.example.com/accept?token=sample")
                .add("inviter_name", "Grace Hopper")
                .add("expires_in_days", 30)
                .add("org", Json.createObjectBuilder().add("name", "Analytical Engines"))
                .add("member", Json.createObjectBuilder().add("email_address", "grace@example.com"))
                .add("requester", Json.createObjectBuilder().add("email_address", "grace@example.com"))
                .add("browser_name", "Firefox")
                .add("operating_system", "Linux")
                .add("ip_address", "192.0.2.1")
                .add("location", "Lisbon, PT")
                .add("session_created_at", "1 March 2026, 12:00 UTC")
                .add("revoke_session_url", "https://app.example.com/revoke?token=sample")
                .add("new_email_address", "grace@example.com")
                .add("passkey_name", "Laptop")
                .add("lockout_duration", "one hour")
                .build();
        var sample = Json.createObjectBuilder();
        message.required().forEach(name -> sample.add(name, all.get(name)));
        message.more().stream().map(Samples::root).forEach(name -> sample.add(name, all.get(name)));
        return sample.build();
    }

    private static String root(String variable) {
        int dot = variable.indexOf('.');
        return dot < 0 ? variable : variable.substring(0, dot);
    }
}
