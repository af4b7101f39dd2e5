package dev.rollcall.instance;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/** An application with its instances, as operators see it. */
public record ApplicationView(String applicationId, String name, List<InstanceView> instances) {

    /** One of its instances; the secret key is left out unless it was asked for. */
    @JsonbNillable(false)
    public record InstanceView(String instanceId, String environmentType, String publishableKey, String secretKey) {}
}
