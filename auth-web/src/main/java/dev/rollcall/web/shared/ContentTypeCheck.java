package dev.rollcall.web.shared;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a content type with a {@code q}: the JAX-RS runtime takes it for a preference, and stumbles over one that is no
 * number.
 */
@Provider
@PreMatching
public class ContentTypeCheck implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type != null && type.getParameters().containsKey("q")) {
            throw new NotSupportedException();
        }
    }
}
