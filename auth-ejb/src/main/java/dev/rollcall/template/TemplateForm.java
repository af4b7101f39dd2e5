package dev.rollcall.template;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.input.OneLine;
import dev.rollcall.template.Engine.SyntaxFault;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that an instance would like to use: read from a request, tried out, and refused by the field that is wrong. */
final class TemplateForm {

    private static final Set<String> PUT =
            Set.of("name", "subject", "markup", "body", "delivered_by_clerk", "from_email_name", "reply_to_email_name");
    private static final Set<String> PREVIEW = Set.of("subject", "body", "from_email_name", "reply_to_email_name");
    private static final int MOST_NAME = 200;
    private static final int MOST_SUBJECT = 1000;
    private static final int MOST_BODY = 64 * 1024;

    /** What may stand before the {@code @} of a sender without quotes; a line break there would write headers. */
    private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?");

    private final Templates templates;
    private final BuiltIn message;
    private final Input input;

    private TemplateForm(Templates templates, BuiltIn message, Input input) {
        this.templates = templates;
        this.message = message;
        this.input = input;
    }

    static TemplateForm toPut(Templates templates, BuiltIn message, Input input) {
        return new TemplateForm(templates, message, input.only(PUT));
    }

    static TemplateForm toPreview(Templates templates, BuiltIn message, Input input) {
        return new TemplateForm(templates, message, input.only(PREVIEW));
    }

    /** The words, completed by those that are in use, and tried out with these values. */
    MessageText tried(Wording words, JsonObject values) {
        var subject = words.subject() == null ? "" : words.subject();
        check("subject", subject);
        check("body", words.body());
        var from = sender("from_email_name");
        var replyTo = sender("reply_to_email_name");
        try {
            return templates.write(message.medium(), words, from, replyTo, values);
        } catch (Budget.Exceeded e) {
            throw TemplateProblem.TEMPLATE_TOO_COSTLY.refusal("body");
        } catch (SyntaxFault | RuntimeException e) {
            throw TemplateProblem.TEMPLATE_SYNTAX_INVALID
                    .refusal("body")
                    .saying("body uses a piece or a variable in a way that does not work.");
        }
    }

    /** What the request says, and where it says nothing, what is said now. */
    Wording words(Wording now) {
        return new Wording(
                OneLine.checked("name", limited("name", MOST_NAME, now.name())),
                message.medium() == Medium.SMS ? null : Filler.oneLine(limited("subject", MOST_SUBJECT, now.subject())),
                limited("body", MOST_BODY, now.body()));
    }

    String markup(String now) {
        return limited("markup", MOST_BODY, now);
    }

    /** Whether the request says who delivers the message, and if so, whether we do. */
    java.util.Optional<Boolean> deliveredByUs() {
        return input.flag("delivered_by_clerk");
    }

    /** The name before the {@code @}, or null for ours. */
    String sender(String field) {
        var name = input.text(field).map(String::strip).filter(t -> !t.isEmpty());
        name.filter(n -> !SENDER.matcher(n).matches() || n.contains("..")).ifPresent(n -> {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal(field)
                    .saying(
                            field
                                    + " must be the part of an e-mail address before the @: letters, digits, and . _ + - between them.");
        });
        return name.orElse(null);
    }

    /** Whether the message would still say what it must. */
    void requireVariables(Wording words) {
        for (var variable : message.required()) {
            if (!isUsed(variable, words.body())
                    && !(variable.equals("otp_code") && words.body().contains("{{> code}}"))) {
                throw TemplateProblem.TEMPLATE_VARIABLE_MISSING
                        .refusal("body")
                        .saying("body must use the variable " + variable + ".");
            }
        }
    }

    /** Whether a tag names the variable. Each character is looked at once, also where thousands of tags are opened and none is closed. */
    static boolean isUsed(String variable, String body) {
        var name = Pattern.compile("\\b" + Pattern.quote(variable) + "\\b");
        for (int open = body.indexOf("{{"); open >= 0; ) {
            int close = body.indexOf("}}", open);
            if (close < 0) {
                return false;
            }
            if (name.matcher(body.substring(open, close)).find()) {
                return true;
            }
            open = body.indexOf("{{", close + 2);
        }
        return false;
    }

    private void check(String field, String text) {
        try {
            templates.check(field.equals("body") ? message.medium() : Medium.SMS, text);
        } catch (SyntaxFault e) {
            throw TemplateProblem.TEMPLATE_SYNTAX_INVALID
                    .refusal(field)
                    .saying(field + ", line " + e.line() + ": " + e.getMessage())
                    .with("line", e.line());
        }
    }

    private String limited(String field, int most, String now) {
        var change = input.change(field);
        var text = change instanceof Change.Set<String> ? change.applyTo(now) : now;
        if (text != null && text.length() > most) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED
                    .refusal(field)
                    .saying(field + " must be at most " + most + " characters.");
        }
        return text;
    }
}
