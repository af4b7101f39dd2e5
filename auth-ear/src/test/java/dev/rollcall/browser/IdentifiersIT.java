package dev.rollcall.browser;

import dev.rollcall.contract.Operator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Phone numbers and links by e-mail, with the official clerk-js and components as they are published. */
@DisplayName("phone numbers and e-mail links in Chromium")
class IdentifiersIT {

    private static final Operator OPERATOR = Operator.platform();

    @TestFactory
    Stream<DynamicTest> aPhoneNumberIsAllThatItTakes() {
        var phone = Map.of(
                "enabled",
                true,
                "required",
                true,
                "used_for_first_factor",
                true,
                "first_factors",
                List.of("phone_code"),
                "verifications",
                List.of("phone_code"),
                "verify_at_sign_up",
                true);
        var email = Map.of("enabled", false, "required", false, "verify_at_sign_up", false);
        var app = OPERATOR.configure(
                OPERATOR.development(), Map.of("attributes", Map.of("phone_number", phone, "email_address", email)));
        return Chromium.story("phone.mjs").at(app).claims();
    }

    @TestFactory
    Stream<DynamicTest> aLinkIsOpenedInAnotherTab() {
        return links(true, "email-link.mjs");
    }

    @TestFactory
    Stream<DynamicTest> aLinkIsOpenedOnAnyDevice() {
        return links(false, "email-link.mjs");
    }

    private static Stream<DynamicTest> links(boolean sameClient, String script) {
        var byLink = List.of("email_link");
        var app = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "attributes",
                        Map.of("email_address", Map.of("first_factors", byLink, "verifications", byLink)),
                        "verification",
                        Map.of("link_requires_same_client", sameClient)));
        return Chromium.story(script)
                .at(app)
                .with("ANY_DEVICE", String.valueOf(!sameClient))
                .claims();
    }
}
