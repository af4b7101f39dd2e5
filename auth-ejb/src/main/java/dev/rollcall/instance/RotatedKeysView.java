package dev.rollcall.instance;

import java.util.List;

/** An application with the secret keys its instances have just been given. */
public record RotatedKeysView(String applicationId, String name, List<RotatedKey> instances) {

    /** The new key of one instance. */
    public record RotatedKey(String instanceId, String environmentType, String secretKey) {}
}
