package dev.rollcall.instance;

import java.util.List;

/** An application with the secret keys its instances have just been given. */
public record RotatedKeysView(String applicationId, String name, List<RotatedKey> instances) {

    /** The new key of one instance; empty for who may replace keys and not see them. */
    public record RotatedKey(String instanceId, String environmentType, String secretKey) {}
}
