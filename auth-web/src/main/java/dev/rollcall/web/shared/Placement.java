package dev.rollcall.web.shared;

import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/**
 * Which instance a request is about. A secret key that a trusted proxy shows, that proxy's address, and the host name one each, and then
 * nothing else counts: on a production instance's host nobody else's instance is served under a path, or a link to it could be made to do
 * what another tenant allows. On the host of the server's own URL the path's slug says it, and without one it is the first development
 * instance.
 */
@ApplicationScoped
class Placement {

    @Inject
    private InstanceService instances;

    @Inject
    private PublicHost publicHost;

    /** The slug with which a path begins, where that is one on this way in. */
    Optional<String> slug(Arrival arrival, String path) {
        return PathPrefix.candidate(path).filter(candidate -> counts(arrival, candidate));
    }

    /** Whether it is known already, without asking the database, whose slug this is. */
    boolean knows(String slug) {
        return instances.knowsSlug(slug);
    }

    /** The instance; empty where the request names none. */
    Optional<Instance> of(Arrival arrival) {
        if (arrival.proxySecretKey().isPresent()) {
            return byKey(arrival);
        }
        return owner(arrival)
                .or(() -> arrival.slug().flatMap(instances::bySlug))
                .or(() -> standard(arrival));
    }

    /** The instance to which the host of the request belongs, and none but it. */
    Optional<Instance> owner(Arrival arrival) {
        return arrival.proxyUrl().flatMap(this::byUrl).or(() -> byHost(arrival.host()));
    }

    private boolean counts(Arrival arrival, String slug) {
        if (arrival.proxySecretKey().isPresent()) {
            return byKey(arrival).filter(of -> of.slug().equals(slug)).isPresent();
        }
        return publicHost.is(arrival.host())
                && owner(arrival).isEmpty()
                && instances.bySlug(slug).isPresent();
    }

    private Optional<Instance> byKey(Arrival arrival) {
        return arrival.proxySecretKey().flatMap(instances::bySecretKey);
    }

    private Optional<Instance> standard(Arrival arrival) {
        return publicHost.isOpen() || publicHost.is(arrival.host()) ? instances.standard() : Optional.empty();
    }

    private Optional<Instance> byUrl(String url) {
        try {
            var authority = URI.create(url).getAuthority();
            return authority == null ? Optional.empty() : byHost(authority);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Instance> byHost(String host) {
        var name = PublicHost.name(host);
        return name.isEmpty() ? Optional.empty() : instances.byHost(name);
    }
}
