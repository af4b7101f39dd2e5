package dev.rollcall.sdk;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The official {@code @clerk/backend} runs the Backend API and believes our tokens, and only ours. */
@DisplayName("@clerk/backend")
class NodeBackendIT {

    @TestFactory
    Stream<DynamicTest> runsTheBackendApi() {
        return new NodeStory("backend.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> mindsTheUsersOfAnApp() {
        return new NodeStory("people.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> decidesWhoMayCome() {
        return new NodeStory("who-may-come.mjs").claims();
    }

    @TestFactory
    Stream<DynamicTest> followsAKeyRotation() {
        return new NodeStory("rotation.mjs").claims();
    }
}
