package dev.rollcall.crypto;

import dev.rollcall.config.ServerConfig;
import java.util.Base64;
import java.util.Map;

/** A sealer for tests of other features. */
public final class TestSealer {

    private TestSealer() {}

    public static Sealer create() {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        return new Sealer(new ServerConfig(new FixedConfig(Map.of("ROLLCALL_MASTER_KEY", key))));
    }
}
