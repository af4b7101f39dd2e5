package dev.rollcall.template;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets an instance say things in its own words, and choose which messages it delivers by itself. */
@Stateless
public class TemplateService {

    private static final String SAMPLE_EMAIL = "person@example.com";
    private static final String SAMPLE_NUMBER = "+15555550100";

    @Inject
    private AuditLog audit;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Templates templates;

    @Inject
    private MessageData about;

    @Inject
    private Senders senders;

    /** The templates of one medium, in our order. */
    public Paged<TemplateView> list(Instance instance, String type, Input query) {
        var page = Page.of(query);
        var medium = Medium.ofWire(type);
        var listed = Arrays.stream(BuiltIn.values())
                .filter(b -> b.medium() == medium && b.isListed())
                .toList();
        var overrides = overrides(instance);
        var shown = listed.stream()
                .skip(page.offset())
                .limit(page.limit())
                .map(b -> TemplateView.of(instance, b, overrides.get(TemplateOverride.id(b))))
                .toList();
        return new Paged<>(shown, listed.size());
    }

    public TemplateView get(Instance instance, String type, String slug) {
        return view(instance, message(type, slug));
    }

    /** Takes over the instance's own words, once they have been tried out. What the request leaves out stays as it is. */
    public TemplateView put(Instance instance, String type, String slug, Input body) {
        var message = message(type, slug);
        var form = TemplateForm.toPut(templates, message, body);
        var override = lock(instance, message);
        var words = form.words(override.hasWords() ? override.words() : Wording.of(message));
        form.requireVariables(words);
        form.tried(words, sample(instance, message));
        override.say(words, form.markup(override.markup()), clock.now());
        override.from(
                body.has("from_email_name") ? form.sender("from_email_name") : override.fromEmailName(),
                body.has("reply_to_email_name") ? form.sender("reply_to_email_name") : override.replyToEmailName());
        form.deliveredByUs().ifPresent(byUs -> override.deliver(byUs, clock.now()));
        note(instance, "changed", message);
        return TemplateView.of(instance, message, override);
    }

    /** Our words again. */
    public TemplateView revert(Instance instance, String type, String slug) {
        var message = message(type, slug);
        rows.lock(TemplateOverride.class, instance.id(), TemplateOverride.id(message))
                .ifPresent(override -> override.revert(clock.now()));
        note(instance, "reverted", message);
        return view(instance, message);
    }

    /** What these words would say, with sample values; nothing is kept. */
    public TemplatePreview preview(Instance instance, String type, String slug, Input body) {
        var message = message(type, slug);
        var form = TemplateForm.toPreview(templates, message, body);
        var override = override(instance, message);
        var words = form.words(override != null && override.hasWords() ? override.words() : Wording.of(message));
        var text = form.tried(words, sample(instance, message));
        if (message.medium() == Medium.SMS) {
            return new TemplatePreview("template_preview", null, text.bodyPlain(), text.bodyPlain(), null, null);
        }
        var from = text.from() == null ? Templates.from(override, instance) : text.from();
        return new TemplatePreview(
                "template_preview",
                text.subject(),
                text.body(),
                text.bodyPlain(),
                senders.address(instance, from),
                text.replyTo() == null ? null : senders.address(instance, text.replyTo()));
    }

    /** Says who delivers this message: this server, or the app, which hears of it by a webhook. */
    public TemplateView toggleDelivery(Instance instance, String type, String slug, Input body) {
        var message = message(type, slug);
        var override = lock(instance, message);
        boolean byUs = body.only(java.util.Set.of("delivered_by_clerk"))
                .flag("delivered_by_clerk")
                .orElse(!override.isDeliveredByUs());
        override.deliver(byUs, clock.now());
        note(instance, byUs ? "delivered_by_server" : "delivered_by_app", message);
        return TemplateView.of(instance, message, override);
    }

    private void note(Instance instance, String what, BuiltIn message) {
        audit.record(instance.id(), AuditAct.of("template." + what, "template", TemplateOverride.id(message)));
    }

    private JsonObject sample(Instance instance, BuiltIn message) {
        var address = message.medium() == Medium.EMAIL ? SAMPLE_EMAIL : SAMPLE_NUMBER;
        return about.of(instance, address, message.medium(), JsonObject.EMPTY_JSON_OBJECT, Samples.of(message));
    }

    private TemplateView view(Instance instance, BuiltIn message) {
        return TemplateView.of(instance, message, override(instance, message));
    }

    private TemplateOverride override(Instance instance, BuiltIn message) {
        return rows.find(TemplateOverride.class, instance.id(), TemplateOverride.id(message))
                .orElse(null);
    }

    /** What the instance has set, for change; of two who set the first at once, one is refused by the key. */
    private TemplateOverride lock(Instance instance, BuiltIn message) {
        return rows.lock(TemplateOverride.class, instance.id(), TemplateOverride.id(message))
                .orElseGet(() -> rows.add(new TemplateOverride(instance.id(), message, clock.now())));
    }

    private Map<String, TemplateOverride> overrides(Instance instance) {
        return rows.of(TemplateOverride.class, instance.id()).list().stream()
                .collect(Collectors.toMap(TemplateOverride::id, Function.identity()));
    }

    private static BuiltIn message(String type, String slug) {
        return BuiltIn.find(Medium.ofWire(type), slug)
                .filter(BuiltIn::isListed)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }
}
