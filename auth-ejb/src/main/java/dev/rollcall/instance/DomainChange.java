package dev.rollcall.instance;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;

/**
 * Moves a production instance to another domain. Its publishable key and the issuer of its tokens change with it, its secret keys do
 * not; everybody is signed out, because cookies stay behind.
 */
@Stateless
public class DomainChange {

    private static final String FIELD = "home_url";

    @Inject
    private InstanceStore instances;

    @Inject
    private Tenancies tenancies;

    @Inject
    private Event<InstanceMoved> moved;

    @Inject
    private OperatorInstance operators;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Moves the instance to the domain of {@code home_url}; of a primary app a leading {@code www.} is left out. */
    public void change(Instance instance, Input body) {
        body.only(Set.of(FIELD, "is_secondary"));
        var domain = domain(body.required(FIELD), body.flag("is_secondary", false));
        if (instance.isDevelopment()) {
            throw InstanceProblem.DOMAIN_NOT_CHANGEABLE.refusal();
        }
        tenancies.change();
        var holder = instances.where("domain", domain);
        if (holder.map(other -> !other.id().equals(instance.id())).orElseGet(() -> operators.isNamed(domain))) {
            throw InstanceProblem.DOMAIN_TAKEN.refusal(FIELD);
        }
        var row = instances.lock(instance.id()).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (!domain.equals(row.address().domain())) {
            audit.record(instance.id(), act(instance.id(), row.address().domain(), domain));
            row.move(domain, clock.real());
            moved.fire(new InstanceMoved(instance.id()));
        }
    }

    private static AuditAct act(String instanceId, String was, String is) {
        return AuditAct.of("instance.domain_changed", "instance", instanceId)
                .changing(
                        Json.createObjectBuilder().add("domain", was).build(),
                        Json.createObjectBuilder().add("domain", is).build());
    }

    private static String domain(String homeUrl, boolean secondary) {
        String host;
        try {
            var url = URI.create(homeUrl.contains("://") ? homeUrl.strip() : "https://" + homeUrl.strip());
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            host = web && url.getUserInfo() == null && url.getPort() < 0 ? url.getHost() : null;
        } catch (IllegalArgumentException e) {
            host = null;
        }
        if (host == null) {
            throw malformed();
        }
        try {
            return NewApplication.domain(secondary ? host : host.replaceFirst("^(?i)www\\.", ""));
        } catch (Refusal e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return CommonProblem.FORM_PARAM_FORMAT_INVALID
                .refusal(FIELD)
                .saying(FIELD + " must be the URL of a site on a domain of its own, such as https://www.example.com.");
    }
}
