package dev.rollcall.sdk;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The official npm library makes templates, tokens and redirect URLs. */
@DisplayName("@clerk/backend and tokens")
class NodeTokensIT {

    @TestFactory
    Stream<DynamicTest> makesAndReadsTokens() {
        return new NodeStory("tokens.mjs").claims();
    }
}
