package dev.rollcall.error;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Carries a {@link Problem} out of a service and rolls its transaction back. A refusal is an expected outcome: it has no stack trace and
 * is not logged as an error.
 */
@ApplicationException(rollback = true, inherited = true)
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, Object> meta = new LinkedHashMap<>();
    private String longMessage;
    private Duration patience = Duration.ofSeconds(1);

    Refusal(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.longMessage = problem.longMessage();
    }

    /** Names the offending field of the request, in snake case ({@code meta.param_name}). */
    public Refusal at(String parameter) {
        return with("param_name", parameter);
    }

    /** Adds a value to {@code meta}; the key is used on the wire as it stands. */
    public Refusal with(String key, Object value) {
        meta.put(key, value);
        return this;
    }

    /** Says after how long asking again may work ({@code Retry-After}). */
    public Refusal after(Duration time) {
        this.patience = time;
        return this;
    }

    /** After how long asking again may work: a second, unless more is known. */
    public Duration patience() {
        return patience;
    }

    /** Replaces the sentence for a person, where it must name what was refused. Never put a secret, code or address into it. */
    public Refusal saying(String sentence) {
        this.longMessage = sentence;
        return this;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, Object> meta() {
        return meta;
    }

    public String longMessage() {
        return longMessage;
    }
}
