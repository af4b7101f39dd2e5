package dev.rollcall.web.shared;

import dev.rollcall.audit.AuditTrail;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;

/** Answers who asks for audit events: a page of them as JSON, or with {@code format=ndjson} all that match, line by line. */
@ApplicationScoped
public class AuditAnswer {

    @Inject
    private AuditTrail trail;

    /** The events of one instance, or of all where none is given. */
    public Response of(Optional<String> instanceId, Input query) {
        return switch (query.text("format").orElse("json")) {
            case "json" ->
                Response.ok(
                                instanceId.map(id -> trail.list(id, query)).orElseGet(() -> trail.listAll(query)),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case "ndjson" -> lines(instanceId, query);
            default ->
                throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("format").saying("format must be json or ndjson.");
        };
    }

    private Response lines(Optional<String> instanceId, Input query) {
        trail.check(query); // once the first byte is on its way, nothing can be refused
        StreamingOutput lines = out -> {
            if (instanceId.isPresent()) {
                trail.export(instanceId.get(), query, out);
            } else {
                trail.exportAll(query, out);
            }
        };
        return Response.ok(lines, "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"audit_events.ndjson\"")
                .build();
    }
}
