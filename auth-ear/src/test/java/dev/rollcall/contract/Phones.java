package dev.rollcall.contract;

import java.util.List;
import java.util.Map;

/** Settings for instances whose people have phone numbers, and get links by e-mail. */
final class Phones {

    private Phones() {}

    /** A phone number names people, proves them by a code, and may stand in for the address at sign-up. */
    static Map<String, Object> attributes() {
        return Map.of(
                "phone_number",
                Map.of(
                        "enabled",
                        true,
                        "used_for_first_factor",
                        true,
                        "first_factors",
                        List.of("phone_code"),
                        "verifications",
                        List.of("phone_code"),
                        "verify_at_sign_up",
                        true),
                "email_address",
                Map.of(
                        "required",
                        false,
                        "first_factors",
                        List.of("email_code", "email_link"),
                        "verifications",
                        List.of("email_code", "email_link")));
    }

    /** A development instance of that kind. */
    static Tenant development() {
        var operator = Operator.platform();
        return operator.configure(operator.development(), Map.of("attributes", attributes()));
    }
}
