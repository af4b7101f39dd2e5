package dev.rollcall.webhook;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Map;

/** Keeps an instance's endpoints. An endpoint is named by its id or by the uid that its owner gave it. */
@Stateless
public class EndpointService {

    private static final int MOST = 50;

    @Inject
    private AuditLog audit;

    @Inject
    private Rows rows;

    @Inject
    private EndpointStore endpoints;

    @Inject
    private Clock clock;

    @Inject
    private ServerConfig config;

    @Inject
    private Vault vault;

    @Inject
    private Subscriptions subscriptions;

    /** One part of the endpoints, newest first unless asked otherwise. */
    public ListOut<EndpointOut> list(Instance instance, Input query) {
        return Cursor.of(query).read(rows.of(Endpoint.class, instance.id()), Endpoint::createdAt, Endpoint::view);
    }

    /** Makes an endpoint, with a secret and headers of the owner's choice or without. */
    public EndpointOut create(Instance instance, Input body) {
        if (rows.of(Endpoint.class, instance.id()).count() >= MOST) {
            throw WebhookProblem.WEBHOOK_ENDPOINTS_EXHAUSTED.refusal();
        }
        var form = EndpointForm.of(body, allowsPlainHttp(instance));
        var secrets = body.text("secret").map(SigningSecrets::brought).orElseGet(SigningSecrets::fresh);
        var headers = CustomHeaders.checked(body.object("headers").orElse(JsonValue.EMPTY_JSON_OBJECT));
        var now = clock.real();
        var endpoint = new Endpoint(instance.id(), now);
        endpoint.become(form, now);
        if (PortalSight.isNarrow()) {
            endpoint.hideMessages();
        }
        endpoint.keepSecrets(vault.secrets(instance.id(), endpoint.id(), secrets), now);
        endpoint.keepHeaders(vault.headers(instance.id(), endpoint.id(), headers));
        rows.add(endpoint);
        note(instance, "created", endpoint.id());
        return written(instance, endpoint);
    }

    /** One endpoint. */
    public EndpointOut get(Instance instance, String endpointId) {
        return endpoints.find(instance, endpointId).view();
    }

    /** Replaces what is said of an endpoint; its secret and headers stay. */
    public EndpointOut update(Instance instance, String endpointId, Input body) {
        var endpoint = endpoints.lock(instance, endpointId);
        var before = endpoint.url();
        endpoint.become(EndpointForm.of(body, allowsPlainHttp(instance)), clock.real());
        judgeSight(endpoint, before, true);
        note(instance, "updated", endpoint.id());
        return written(instance, endpoint);
    }

    /** Changes what the request speaks of. */
    public EndpointOut patch(Instance instance, String endpointId, Input body) {
        var endpoint = endpoints.lock(instance, endpointId);
        var before = endpoint.url();
        endpoint.become(endpoint.form().patched(body, allowsPlainHttp(instance)), clock.real());
        judgeSight(endpoint, before, body.has("url"));
        body.text("secret")
                .map(SigningSecrets::brought)
                .ifPresent(secrets ->
                        endpoint.keepSecrets(vault.secrets(instance.id(), endpoint.id(), secrets), clock.real()));
        note(instance, "updated", endpoint.id());
        return written(instance, endpoint);
    }

    /** Forgets an endpoint and what was tried there. */
    public void delete(Instance instance, String endpointId) {
        var endpoint = endpoints.lock(instance, endpointId);
        rows.remove(endpoint);
        note(instance, "deleted", endpoint.id());
        subscriptions.changing(instance.id());
    }

    /** Forgets all of an instance's endpoints. */
    public void deleteAll(Instance instance) {
        rows.of(Endpoint.class, instance.id()).list().forEach(endpoint -> note(instance, "deleted", endpoint.id()));
        rows.of(Endpoint.class, instance.id()).delete();
        subscriptions.changing(instance.id());
    }

    /** The secret that requests are verified with. */
    public EndpointSecretOut secret(Instance instance, String endpointId) {
        var endpoint = endpoints.find(instance, endpointId);
        note(instance, "secret_read", endpoint.id());
        return new EndpointSecretOut(secrets(instance, endpoint).current());
    }

    /** Changes the secret; the one before signs too for a day, or for {@code gracePeriodSeconds}. */
    public void rotateSecret(Instance instance, String endpointId, Input body) {
        var endpoint = endpoints.lock(instance, endpointId);
        var next = body.text("key").map(SigningSecrets::checked).orElseGet(SigningSecrets::generated);
        long grace = body.number("gracePeriodSeconds").orElse(SigningSecrets.GRACE.toSeconds());
        if (grace < 0 || grace > Duration.ofDays(7).toSeconds()) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("gracePeriodSeconds");
        }
        var now = clock.real();
        var rotated = secrets(instance, endpoint).rotated(next, now, now.plusSeconds(grace));
        endpoint.keepSecrets(vault.secrets(instance.id(), endpoint.id(), rotated), now);
        note(instance, "secret_rotated", endpoint.id());
    }

    /** The owner's own headers, as far as they can be shown. */
    public EndpointHeadersOut headers(Instance instance, String endpointId) {
        return CustomHeaders.view(headers(instance, endpoints.find(instance, endpointId)));
    }

    /** Replaces the owner's own headers. */
    public void replaceHeaders(Instance instance, String endpointId, Input body) {
        var headers = CustomHeaders.checked(body.object("headers").orElseThrow(() -> Input.missing("headers")));
        var endpoint = endpoints.lock(instance, endpointId);
        keepOtherHeaders(instance, endpoint, headers);
    }

    /** Adds and changes some of the owner's own headers, and drops those in {@code deleteHeaders}. */
    public void patchHeaders(Instance instance, String endpointId, Input body) {
        var endpoint = endpoints.lock(instance, endpointId);
        var headers = headers(instance, endpoint);
        body.list("deleteHeaders").forEach(headers::remove);
        headers.putAll(CustomHeaders.checked(body.object("headers").orElse(JsonValue.EMPTY_JSON_OBJECT)));
        keepOtherHeaders(instance, endpoint, headers);
    }

    /** Behind one URL, a header may say whose mailbox it is: to change it is to point the endpoint elsewhere. */
    private void keepOtherHeaders(Instance instance, Endpoint endpoint, Map<String, String> headers) {
        endpoint.keepHeaders(vault.headers(instance.id(), endpoint.id(), headers));
        if (PortalSight.isNarrow()) {
            endpoint.hideMessages();
        }
        note(instance, "headers_changed", endpoint.id());
    }

    /** Whoever says where events go reads them there: nothing is sent to an endpoint that they would not be shown. */
    private static void judgeSight(Endpoint endpoint, String urlBefore, boolean named) {
        if (!PortalSight.isNarrow()) {
            if (named) {
                endpoint.showMessages();
            }
        } else if (!endpoint.url().equals(urlBefore)) {
            endpoint.hideMessages();
        }
    }

    private void note(Instance instance, String what, String endpointId) {
        audit.record(instance.id(), AuditAct.of("webhook_endpoint." + what, "webhook_endpoint", endpointId));
    }

    private EndpointOut written(Instance instance, Endpoint endpoint) {
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e) ? WebhookProblem.WEBHOOK_UID_EXISTS.refusal("uid") : e;
        }
        subscriptions.changing(instance.id());
        return endpoint.view();
    }

    private SigningSecrets secrets(Instance instance, Endpoint endpoint) {
        return vault.secrets(instance.id(), endpoint.id(), endpoint.secrets());
    }

    private Map<String, String> headers(Instance instance, Endpoint endpoint) {
        return vault.headers(instance.id(), endpoint.id(), endpoint.headers());
    }

    /** Codes and private metadata travel in webhooks: unencrypted only where nobody's users are at stake, or an operator says so. */
    private boolean allowsPlainHttp(Instance instance) {
        return instance.isDevelopment()
                || config.text("ROLLCALL_WEBHOOK_PLAIN_HTTP")
                        .filter("true"::equals)
                        .isPresent();
    }
}
