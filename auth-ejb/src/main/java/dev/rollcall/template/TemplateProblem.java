package dev.rollcall.template;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of an instance's own words. */
public enum TemplateProblem implements Problem {
    TEMPLATE_SYNTAX_INVALID(Kind.INVALID, "is no valid template", "This is not a valid Handlebars template."),
    TEMPLATE_TOO_COSTLY(Kind.INVALID, "does too much", "This template does more, or writes more, than a message may."),
    TEMPLATE_VARIABLE_MISSING(
            Kind.INVALID, "lacks a required variable", "The message would be pointless without this variable.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    TemplateProblem(Kind kind, String message, String longMessage) {
        this.kind = kind;
        this.message = message;
        this.longMessage = longMessage;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String longMessage() {
        return longMessage;
    }
}
