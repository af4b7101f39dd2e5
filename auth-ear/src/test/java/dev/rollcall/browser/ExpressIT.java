package dev.rollcall.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An Express app knows who its visitors are, across handshakes and after tokens have expired. */
@DisplayName("@clerk/express behind a same-origin proxy")
class ExpressIT {

    @TestFactory
    Stream<DynamicTest> knowsItsVisitors() {
        return Chromium.story("express.mjs").claims();
    }
}
