package dev.rollcall.web.shared;

import dev.rollcall.error.Refusal;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** How a request travelled, held against the instance's own URL: what the URL promises is kept, whatever a request seems to say. */
@RequestScoped
public class Transport {

    private static final String HTTPS = "https:";

    @Inject
    private HttpServletRequest request;

    /** Whether the instance lives on https alone, and the request came without it. */
    public boolean isTooPlainFor(Instance instance) {
        return !instance.isDevelopment()
                && instance.baseUrl().startsWith(HTTPS)
                && !Arrival.of(request).secure();
    }

    /** Why such a request is not answered. */
    public Refusal refusal() {
        return WebProblem.HTTPS_REQUIRED.refusal();
    }

    /** Whether cookies for this instance are for https alone; on a developer's other hosts, as the app's own proxy speaks. */
    public boolean isSecure(Instance instance) {
        var arrival = Arrival.of(request);
        return arrival.secure()
                || instance.baseUrl().startsWith(HTTPS)
                        && (!instance.isDevelopment() || isAtHome(instance, arrival.host()));
    }

    private static boolean isAtHome(Instance instance, String host) {
        return PublicHost.name(host).equals(URI.create(instance.baseUrl()).getHost());
    }
}
