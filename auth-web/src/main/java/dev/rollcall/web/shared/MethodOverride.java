package dev.rollcall.web.shared;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a browser that can only POST without a preflight mean PATCH, PUT or DELETE by {@code _method} in the query (protocol
 * §2.1). A request with a secret key is a server's, which says what it means.
 */
@Provider
@PreMatching
public class MethodOverride implements ContainerRequestFilter {

    private static final Set<String> MEANT = Set.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    @Inject
    private CurrentQuery query;

    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.POST.equals(request.getMethod())) {
            request.setMethod(meant(query.first("_method"), request.getHeaderString("Authorization")));
        }
    }

    /** The method that a POST stands for. */
    static String meant(Optional<String> wanted, String authorization) {
        return wanted.filter(MEANT::contains)
                .filter(method -> !Bearer.isServer(authorization))
                .orElse(HttpMethod.POST);
    }
}
