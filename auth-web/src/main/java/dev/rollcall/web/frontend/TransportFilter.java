package dev.rollcall.web.frontend;

import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.Transport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Keeps passwords, codes and cookies of a production instance from going over plain http. */
@Dependent
@Priority(Priorities.AUTHENTICATION - 1)
public class TransportFilter implements ContainerRequestFilter {

    @Inject
    private CurrentInstance instance;

    @Inject
    private Transport transport;

    @Override
    public void filter(ContainerRequestContext request) {
        instance.find().filter(transport::isTooPlainFor).ifPresent(of -> {
            request.setProperty(OriginFilter.STRANGER, true);
            throw transport.refusal();
        });
    }
}
