package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;
import dev.rollcall.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How a failure is answered. This is the one place that knows the statuses: a refusal by its kind, the container's own refusals
 * by theirs, trouble with the database by its SQL state, and anything else as a mistake of ours.
 *
 * @param headers what the status obliges us to say beside it
 */
record ErrorAnswer(int status, Object body, Map<String, String> headers) {

    private static final Logger LOG = Logger.getLogger(ErrorAnswer.class.getName());
    private static final int CAUSES = 20;

    static ErrorAnswer of(Throwable failure, HttpServletRequest request) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return of(refusal, request);
            }
            if (cause instanceof WebApplicationException container) {
                var response = container.getResponse();
                return ofStatus(response.getStatus(), failure, request).allowing(response.getHeaderString("Allow"));
            }
            if (cause instanceof StackOverflowError) { // only what a request nests can be this deep
                return of(CommonProblem.REQUEST_BODY_INVALID.refusal(), request);
            }
        }
        var problem = DatabaseTrouble.in(failure);
        if (problem.isEmpty()) {
            return mistake(failure, request);
        }
        log(Level.WARNING, request, "database: " + failure.getMessage(), null);
        return of(problem.get().refusal(), request);
    }

    /** The words for a status that the container chose; {@code failure} may be null. */
    static ErrorAnswer ofStatus(int status, Throwable failure, HttpServletRequest request) {
        return switch (status) {
            case 401 -> of(CommonProblem.AUTHENTICATION_INVALID.refusal(), request);
            case 403 -> of(CommonProblem.AUTHORIZATION_INVALID.refusal(), request);
            case 404 -> of(CommonProblem.RESOURCE_NOT_FOUND.refusal(), request);
            case 413 -> of(CommonProblem.REQUEST_BODY_TOO_LARGE.refusal(), request);
            case 405, 501 ->
                worded(405, "Method not allowed", "This path does not know the request's method.", request);
            case 406 ->
                worded(
                        406,
                        "Not acceptable",
                        "This path has no answer in a media type that the request accepts.",
                        request);
            case 415 ->
                worded(415, "Unsupported media type", "This path does not read the request's media type.", request);
            default ->
                status >= 400 && status < 500
                        ? worded(
                                status,
                                "Request invalid",
                                "The request is not valid. Please consult the API documentation.",
                                request)
                        : mistake(failure, request);
        };
    }

    private ErrorAnswer allowing(String methods) {
        return methods == null ? this : new ErrorAnswer(status, body, Map.of("Allow", methods));
    }

    /** As the answer of a resource. */
    Response toResponse() {
        var response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        headers.forEach(response::header);
        return response.build();
    }

    /** As the answer of a servlet, unless another is already on its way. */
    void send(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Content-Type", MediaType.APPLICATION_JSON);
        response.setHeader("Cache-Control", "no-store");
        SafetyHeaders.apply(response); // the container forgets them where it is the one that refuses
        headers.forEach(response::setHeader);
        response.getOutputStream().write(Json.write(body));
    }

    private static ErrorAnswer of(Refusal refusal, HttpServletRequest request) {
        int status = status(refusal.problem());
        var headers = status == 429 || status == 503
                ? Map.of("Retry-After", Long.toString(refusal.patience().toSeconds()))
                : Map.<String, String>of();
        return new ErrorAnswer(status, shaped(ErrorsView.of(refusal, Trace.of(request)), request), headers);
    }

    /** The code is the message in snake case. */
    private static ErrorAnswer worded(int status, String message, String longMessage, HttpServletRequest request) {
        var code = message.toLowerCase(Locale.ROOT).replace(' ', '_');
        var view = ErrorsView.of(code, message, longMessage, Map.of(), Trace.of(request));
        return new ErrorAnswer(status, shaped(view, request), Map.of());
    }

    /** The webhooks API speaks as svix does. */
    private static Object shaped(ErrorsView view, HttpServletRequest request) {
        var path = request.getRequestURI();
        return path != null && path.startsWith("/api/v1/") ? new CamelCase(SvixErrorView.of(view)) : view;
    }

    private static ErrorAnswer mistake(Throwable failure, HttpServletRequest request) {
        log(Level.SEVERE, request, "failed", failure);
        return of(CommonProblem.INTERNAL_ERROR.refusal(), request);
    }

    /** The path only: a query may hold tokens. */
    private static void log(Level level, HttpServletRequest request, String what, Throwable failure) {
        var line = "[" + Trace.of(request) + "] " + request.getMethod() + " " + request.getRequestURI() + " " + what;
        LOG.log(level, line, failure);
    }

    private static int status(Problem problem) {
        return problem == CommonProblem.INTERNAL_ERROR ? 500 : status(problem.kind());
    }

    static int status(Kind kind) {
        return switch (kind) {
            case BAD_REQUEST -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
            case LOCKED -> 423;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
