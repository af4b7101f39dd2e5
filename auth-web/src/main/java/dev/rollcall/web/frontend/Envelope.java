package dev.rollcall.web.frontend;

import dev.rollcall.frontend.ClientView;
import dev.rollcall.frontend.ClientViews;
import dev.rollcall.web.shared.CurrentCaller;
import dev.rollcall.web.shared.ErrorsView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts the Frontend API's answers into {@code {"response": …, "client": …}}, errors after a change into {@code meta.client},
 * and the request's news of its client into cookies. Browsers only learn of their user, sessions and flows through that client.
 */
@Dependent
public class Envelope implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(Envelope.class.getName());

    /** An answer with the state of the browser's client; null where it would say nothing new. */
    public record Wrapped(Object response, ClientView client) {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private ClientViews clients;

    @Inject
    private ClientCookies cookies;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean change = !HttpMethod.GET.equals(request.getMethod()) && !HttpMethod.HEAD.equals(request.getMethod());
        if (response.getStatus() >= 400) {
            boolean ours = request.getProperty(OriginFilter.STRANGER) == null;
            if (change && ours && response.getStatus() < 500 && response.getEntity() instanceof ErrorsView errors) {
                client().ifPresent(client -> refusedWith(client, errors, response));
            }
            return;
        }
        if (!bare(response.getEntity())) {
            boolean withClient =
                    annotation(WithClient.class).map(WithClient::value).orElse(change);
            var view = withClient ? clients.of(caller.get()).orElse(null) : null;
            response.setStatus(response.getStatus() == 204 ? 200 : response.getStatus());
            response.setEntity(
                    new Wrapped(response.getEntity(), view), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
        cookies.write(response.getHeaders()); // last, because showing the client tells who is signed in
    }

    /** A client that can be shown has outlived the refusal, and so has the token that was issued to it on the way. */
    private void refusedWith(ClientView client, ErrorsView errors, ContainerResponseContext response) {
        response.setEntity(errors.withClient(client));
        cookies.write(response.getHeaders());
    }

    private boolean bare(Object entity) {
        return entity instanceof Collection || annotation(Bare.class).isPresent();
    }

    /** The client beside an error; an error of its own must not hide the first. */
    private Optional<ClientView> client() {
        try {
            return clients.of(caller.get());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "no client beside the error", e);
            return Optional.empty();
        }
    }

    private <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(type))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(type)));
    }
}
