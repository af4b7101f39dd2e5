package dev.rollcall.sdk;

import dev.rollcall.contract.Operator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The official npm libraries manage our endpoints and believe what those get. */
@DisplayName("svix and @clerk/backend/webhooks")
class NodeWebhooksIT {

    @TestFactory
    Stream<DynamicTest> managesAndVerifies() {
        var app = Operator.platform().development();
        return new NodeStory("webhooks.mjs")
                .with("HOOKS_SECRET_KEY", app.secretKey())
                .with("HOOKS_INSTANCE", app.instanceId())
                .claims();
    }
}
