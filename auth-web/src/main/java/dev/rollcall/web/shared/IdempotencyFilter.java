package dev.rollcall.web.shared;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.idempotency.IdempotencyService;
import dev.rollcall.idempotency.KeptAnswer;
import dev.rollcall.idempotency.Turn;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets an app send a POST again without having it done twice: by the header {@code Idempotency-Key}. The same request is the same method,
 * path, query and body, byte for byte. Refusals are kept as well; failures of ours and refusals for being too many are not.
 */
@Dependent
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class.getName());
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String TURN = IdempotencyFilter.class.getName();
    private static final int MAX_BYTES = 12 << 20; // more than any reader behind this one takes

    @Inject
    private CurrentInstance current;

    @Inject
    private IdempotencyService idempotency;

    @Override
    public void filter(ContainerRequestContext request) {
        var key = request.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        var body = Body.read(request.getEntityStream(), MAX_BYTES);
        request.setEntityStream(new ByteArrayInputStream(body));
        var turn = idempotency.begin(current.get(), key, hash(request, body));
        if (turn instanceof Turn.Again again) {
            var answer = again.answer();
            request.abortWith(Response.status(answer.status())
                    .type(answer.body().length == 0 ? null : answer.contentType())
                    .header(REPLAYED, "true")
                    .entity(answer.body().length == 0 ? null : answer.body())
                    .build());
        } else {
            request.setProperty(TURN, turn);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TURN) instanceof Turn.First turn) {
            boolean kept = response.getStatus() < 500
                    && response.getStatus() != 429
                    && (!response.hasEntity() || MediaType.APPLICATION_JSON_TYPE.equals(response.getMediaType()));
            try {
                if (kept) {
                    keep(turn, response);
                } else {
                    idempotency.release(turn);
                }
            } catch (RuntimeException e) { // what was done is done; its lease runs out
                LOG.log(Level.WARNING, "the answer to a request with an idempotency key was not kept", e);
            }
        }
    }

    private void keep(Turn.First turn, ContainerResponseContext response) {
        var body = response.hasEntity() ? Json.write(response.getEntity()) : new byte[0];
        if (response.hasEntity()) {
            response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
        idempotency.finish(turn, new KeptAnswer(response.getStatus(), MediaType.APPLICATION_JSON, body));
    }

    private static String hash(ContainerRequestContext request, byte[] body) {
        var what = request.getMethod() + "\n"
                + request.getUriInfo().getRequestUri().getRawPath() + "\n"
                + request.getUriInfo().getRequestUri().getRawQuery() + "\n";
        return Secrets.hash(what + new String(body, StandardCharsets.ISO_8859_1));
    }
}
