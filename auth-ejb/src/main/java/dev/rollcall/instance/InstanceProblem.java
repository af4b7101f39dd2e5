package dev.rollcall.instance;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused about applications, instances and their configuration. */
public enum InstanceProblem implements Problem {
    CONFIG_VERSION_MISMATCH(
            Kind.CONFLICT, "The configuration has changed since this version. Read it again and repeat."),
    CONFIG_KEY_UNKNOWN(Kind.BAD_REQUEST, "There is no configuration key of this name."),
    CONFIG_KEY_MISSING(Kind.BAD_REQUEST, "A replacement must hold every configuration key."),
    CONFIG_CHANGE_DESTRUCTIVE(
            Kind.INVALID, "Setting a key to null brings its default back; ask for it with destructive=true."),
    ACCOUNTLESS_APPLICATION_NOT_FOUND(
            Kind.NOT_FOUND, "This server makes no applications without an operator, so there is none to claim."),
    INSTANCE_EXISTS(Kind.INVALID, "The application has a production instance already."),
    DOMAIN_NOT_CHANGEABLE(Kind.BAD_REQUEST, "Only a production instance has a domain that can be changed."),
    DOMAIN_TAKEN(Kind.INVALID, "This domain belongs to another instance.");

    private final Kind kind;
    private final String message;

    InstanceProblem(Kind kind, String message) {
        this.kind = kind;
        this.message = message;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
