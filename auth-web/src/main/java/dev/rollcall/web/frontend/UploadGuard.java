package dev.rollcall.web.frontend;

import dev.rollcall.profile.ProfileService;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * Asks who sends a file before it is read: it fills memory several times over, and a processor works on it for a while. Strangers must not
 * have that for the asking, nor anybody without end.
 */
@Dependent
@Priority(Priorities.AUTHORIZATION)
public class UploadGuard implements ContainerRequestFilter {

    @Inject
    private CurrentCaller caller;

    @Inject
    private ProfileService profile;

    @Override
    public void filter(ContainerRequestContext request) {
        profile.countChange(caller.get());
    }
}
