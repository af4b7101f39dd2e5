package dev.rollcall.factor;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import java.util.Optional;

/** One way in: what alone, or with a second factor, signs a user in. A new class is all that a new strategy takes. */
public interface FirstFactor extends Factor {

    /** Sends a challenge to whoever it is, in the caller's transaction; empty where the strategy needs a name, or is off. */
    default Optional<String> prepareUnnamed(Caller caller, Input form) {
        return Optional.empty();
    }

    /** Whose an answer claims to be, where nobody was named before; empty where it does not say so. */
    default Optional<String> holder(Instance instance, Input form) {
        return Optional.empty();
    }
}
