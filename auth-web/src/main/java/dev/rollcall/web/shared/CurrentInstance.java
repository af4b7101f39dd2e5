package dev.rollcall.web.shared;

import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * The instance that this request is about. A Backend request has shown its secret key; any other is placed by, in this order,
 * what a trusted proxy says, the path's prefix, the host, and else the one development instance.
 */
@RequestScoped
public class CurrentInstance {

    @Inject
    private HttpServletRequest request;

    @Inject
    private InstanceService instances;

    private Instance instance;

    /** The instance; a request that names none is refused. */
    public Instance get() {
        return find().orElseThrow(WebProblem.HOST_INVALID::refusal);
    }

    /** The instance, if the request names one. */
    public Optional<Instance> find() {
        if (instance == null) {
            placed(Arrival.of(request)).ifPresent(this::is);
        }
        return Optional.ofNullable(instance);
    }

    /** The instance that an operator names by its application and by its id or its environment; the request is about it from then on. */
    public Instance named(String applicationId, String environmentOrId) {
        is(instances.named(applicationId, environmentOrId));
        return instance;
    }

    void is(Instance shown) {
        instance = shown;
        Clock.ahead(shown.ahead());
    }

    private Optional<Instance> placed(Arrival arrival) {
        if (arrival.proxySecretKey().isPresent()) {
            return instances.bySecretKey(arrival.proxySecretKey().get());
        }
        return arrival.slug()
                .flatMap(instances::bySlug)
                .or(() -> arrival.proxyUrl().flatMap(this::byUrl))
                .or(() -> byHost(arrival.host()))
                .or(instances::standard);
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
        return host.isEmpty() ? Optional.empty() : instances.byHost(host).or(() -> instances.byHost(withoutPort(host)));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
