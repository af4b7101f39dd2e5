package dev.rollcall.browser;

import dev.rollcall.contract.Operator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a person does on the hosted pages, with the official clerk-js and components as they are published. */
@DisplayName("clerk-js and its components in Chromium")
class HostedPagesIT {

    @TestFactory
    Stream<DynamicTest> aNewcomerSignsUpAndStaysSignedIn() {
        return Chromium.story("sign-up.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> aKnownPersonSignsIn() {
        return Chromium.story("sign-in.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> aPersonLooksAfterTheirAccount() {
        return Chromium.story("account.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> onlyThoseComeWhoMay() {
        return Chromium.story("policies.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> aPersonUsesAPasskey() {
        return Chromium.story("passkeys.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> anAppWithoutPagesOfItsOwnSendsPeopleHereAndBack() {
        return Chromium.story("redirects.mjs")
                .at(Operator.platform().development())
                .claims();
    }
}
