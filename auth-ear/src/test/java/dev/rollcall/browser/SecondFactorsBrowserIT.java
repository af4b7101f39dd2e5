package dev.rollcall.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is asked besides the first factor, with the official clerk-js and components as they are published. */
@DisplayName("clerk-js and second factors in Chromium")
class SecondFactorsBrowserIT {

    @TestFactory
    Stream<DynamicTest> anAuthenticatorAppAndBackupCodes() {
        return Chromium.story("second-factors.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> whatIsLeftToDoAfterASignIn() {
        return Chromium.story("session-tasks.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> reverificationAndTwoPeopleInOneBrowser() {
        return Chromium.story("reverification.mjs").claims();
    }
}
