package dev.rollcall.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Forms that an app makes itself, on the methods of the official clerk-js. */
@DisplayName("custom flows with clerk-js in Chromium")
class CustomFlowsIT {

    @TestFactory
    Stream<DynamicTest> aFormOfOnesOwnSignsUpAndIn() {
        return Chromium.story("custom-flows.mjs").claims();
    }
}
