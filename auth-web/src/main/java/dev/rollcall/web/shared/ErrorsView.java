package dev.rollcall.web.shared;

import dev.rollcall.error.Problem;
import dev.rollcall.error.Refusal;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.Map;

/** An error answer on the wire. {@code meta} carries the client, for a browser to show what it has in hand. */
@JsonbNillable(false)
public record ErrorsView(List<One> errors, Map<String, Object> meta, String clerkTraceId) {

    /** One error; {@code meta} names the field and is absent without one. */
    @JsonbNillable(false)
    public record One(String message, String longMessage, String code, Map<String, Object> meta) {}

    static ErrorsView of(Refusal refusal, String trace) {
        var problem = refusal.problem();
        return of(problem.code(), problem.message(), refusal.longMessage(), refusal.meta(), trace);
    }

    static ErrorsView of(Problem problem, String trace) {
        return of(problem.code(), problem.message(), problem.longMessage(), Map.of(), trace);
    }

    static ErrorsView of(String code, String message, String longMessage, Map<String, Object> meta, String trace) {
        return new ErrorsView(List.of(new One(message, longMessage, code, meta.isEmpty() ? null : meta)), null, trace);
    }

    /** The same errors with the client's state beside them. */
    public ErrorsView withClient(Object client) {
        return new ErrorsView(errors, Map.of("client", client), clerkTraceId);
    }
}
