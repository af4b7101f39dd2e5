package dev.rollcall.web.shared;

import dev.rollcall.instance.InstanceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether an app's own proxy passes on to us what it has to: its address, the instance's secret key and the browser's address.
 */
@RequestScoped
public class ProxyHealth {

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentQuery query;

    @Inject
    private InstanceService instances;

    /** How the proxy is; what it must say and does not is refused by name. */
    public Health.View get() {
        query.first("domain_id").orElseThrow(() -> WebProblem.PROXY_HEADER_MISSING.refusal("domain_id"));
        var key = header("Clerk-Secret-Key");
        header("Clerk-Proxy-Url");
        var forwardedFor = header("X-Forwarded-For");
        return instances.bySecretKey(key).isPresent()
                ? Health.View.healthy(forwardedFor)
                : Health.View.unhealthy("The proxy's secret key belongs to no instance.");
    }

    private String header(String name) {
        var value = request.getHeader(name);
        if (value == null || value.isBlank()) {
            throw WebProblem.PROXY_HEADER_MISSING.refusal(name);
        }
        return value;
    }
}
