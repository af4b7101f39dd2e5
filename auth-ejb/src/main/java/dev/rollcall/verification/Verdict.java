package dev.rollcall.verification;

import dev.rollcall.error.Problem;

/** How an attempt ended. A refused attempt is a normal outcome, so it is a value first. */
public sealed interface Verdict {

    /** The answer was right. */
    record Verified() implements Verdict {}

    /** The answer was wrong, late or one too many. */
    record Refused(Problem problem) implements Verdict {}

    /** Throws the refusal of a refused attempt, naming the field that held the answer. */
    default void orRefuse(String parameter) {
        if (this instanceof Refused refused) {
            throw refused.problem().refusal(parameter);
        }
    }
}
