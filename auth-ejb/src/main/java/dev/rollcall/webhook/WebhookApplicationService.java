package dev.rollcall.webhook;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.OneLine;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The instance as the svix SDK knows it: the one application that its key opens, by its id or by a uid given to it. */
@Stateless
public class WebhookApplicationService {

    /** What svix's SDKs send. */
    private static final Set<String> PORTAL_ACCESS =
            Set.of("application", "capabilities", "expiry", "featureFlags", "readOnly", "sessionId");

    private static final Duration PORTAL_LIFE = Duration.ofHours(12);

    @Inject
    private AuditLog audit;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private PortalTokens tokens;

    /** The application; nobody has to create it. */
    public ApplicationOut get(Instance instance) {
        return find(instance).view();
    }

    /** All applications that the key opens: one. */
    public ListOut<ApplicationOut> list(Instance instance) {
        return new ListOut<>(List.of(get(instance)), null, null, true);
    }

    /** Names the application. It exists already, so creating it twice is creating it once; it has one uid at a time. */
    public ApplicationOut create(Instance instance, Input body) {
        var known = find(instance).view();
        var uid = body.text("uid").orElse(null);
        if (known.uid() != null && uid != null && !known.uid().equals(uid)) {
            throw WebhookProblem.WEBHOOK_APPLICATION_EXISTS.refusal("uid");
        }
        return known.uid() != null && known.uid().equals(uid) ? known : update(instance, body);
    }

    /** Changes what the request speaks of. */
    public ApplicationOut update(Instance instance, Input body) {
        var known = find(instance).view();
        var application = rows.lock(WebhookApplication.class, instance.id(), instance.id())
                .orElseGet(() -> rows.add(new WebhookApplication(instance.id(), known.name(), clock.real())));
        application.describe(
                body.text("name").map(name -> OneLine.checked("name", name)).orElse(known.name()),
                body.has("uid")
                        ? body.text("uid")
                                .map(uid -> EndpointForm.name(uid, "uid"))
                                .orElse(null)
                        : known.uid(),
                body.has("metadata") ? EndpointForm.metadata(body) : known.metadata(),
                clock.real());
        return application.view();
    }

    /** Refuses a path that names another application than the key's. */
    public void refuseOther(Instance instance, String idOrUid) {
        if (!instance.id().equals(idOrUid) && !idOrUid.equals(get(instance).uid())) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
    }

    /** The event types that this server raises. */
    public ListOut<EventTypeOut> eventTypes() {
        return new ListOut<>(Stream.of(EventType.values()).map(EventTypeOut::of).toList(), null, null, true);
    }

    /** One of them. */
    public EventTypeOut eventType(String name) {
        return EventType.of(name).map(EventTypeOut::of).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** A way in for a person, as long as the secret key opens the instance that made it: for {@code expiry} seconds, to look only where {@code readOnly} or {@code capabilities} say so. */
    public PortalAccessOut portalAccess(Instance instance, String keyId, Input body) {
        body.only(PORTAL_ACCESS); // a narrowing that is misspelt must not be no narrowing
        long seconds = body.number("expiry").orElse(PORTAL_LIFE.toSeconds());
        if (seconds < 1) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("expiry");
        }
        var capabilities = body.list("capabilities");
        boolean readOnly = body.flag("readOnly", !capabilities.isEmpty() && !capabilities.contains("ManageEndpoint"));
        var token = tokens.issue(instance.id(), keyId, Duration.ofSeconds(Math.min(seconds, 1L << 31)), readOnly);
        var access = Json.createObjectBuilder().add("read_only", readOnly);
        audit.record(
                instance.id(),
                AuditAct.of("webhook_portal.opened", "instance", instance.id()).changing(null, access.build()));
        return new PortalAccessOut(instance.baseUrl() + "/webhooks/portal#key=" + token, token);
    }

    private WebhookApplication find(Instance instance) {
        return rows.find(WebhookApplication.class, instance.id(), instance.id())
                .orElseGet(() -> new WebhookApplication(instance.id(), instance.shownName(), clock.real()));
    }
}
