package dev.rollcall.error;

/**
 * One thing a feature may refuse. Each feature lists its own in one enum; the wire code is the constant's name in lower case and, once
 * shipped, is never renamed.
 */
public interface Problem {

    /** The enum constant's name; {@link #code()} is derived from it. */
    String name();

    /** What sort of refusal this is. */
    Kind kind();

    /** The short sentence ({@code message} on the wire). */
    String message();

    /** The sentence for a person ({@code long_message} on the wire). */
    default String longMessage() {
        return message();
    }

    /** The code on the wire, for example {@code form_password_incorrect}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A refusal for this reason, to be thrown. */
    default Refusal refusal() {
        return new Refusal(this);
    }

    /** A refusal that names the offending field of the request ({@code meta.param_name}). */
    default Refusal refusal(String parameter) {
        return new Refusal(this).at(parameter);
    }
}
