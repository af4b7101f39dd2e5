package dev.rollcall.webhook;

import dev.rollcall.crypto.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Seals and opens what webhooks keep secret, each thing for its own place. */
@ApplicationScoped
class Vault {

    @Inject
    private Sealer sealer;

    byte[] secrets(String instanceId, String endpointId, SigningSecrets secrets) {
        return sealer.seal(secrets.toJson(), place("webhook_endpoint", instanceId, endpointId));
    }

    SigningSecrets secrets(String instanceId, String endpointId, byte[] sealed) {
        return SigningSecrets.ofJson(sealer.open(sealed, place("webhook_endpoint", instanceId, endpointId)));
    }

    byte[] headers(String instanceId, String endpointId, Map<String, String> headers) {
        return sealer.seal(CustomHeaders.toJson(headers), place("webhook_headers", instanceId, endpointId));
    }

    Map<String, String> headers(String instanceId, String endpointId, byte[] sealed) {
        return CustomHeaders.ofJson(sealer.open(sealed, place("webhook_headers", instanceId, endpointId)));
    }

    byte[] payload(String instanceId, String eventId, String payload) {
        return sealer.seal(payload, place("webhook_event", instanceId, eventId));
    }

    String payload(String instanceId, String eventId, byte[] sealed) {
        return sealer.open(sealed, place("webhook_event", instanceId, eventId));
    }

    byte[] response(String instanceId, String attemptId, String response) {
        return sealer.seal(response, place("webhook_attempt", instanceId, attemptId));
    }

    String response(String instanceId, String attemptId, byte[] sealed) {
        return sealer.open(sealed, place("webhook_attempt", instanceId, attemptId));
    }

    private static String place(String table, String instanceId, String id) {
        return table + "/" + instanceId + "/" + id;
    }
}
