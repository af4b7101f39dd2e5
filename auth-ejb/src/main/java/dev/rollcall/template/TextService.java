package dev.rollcall.template;

import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Puts a message into words, for the features above: the instance's own, or ours. */
@ApplicationScoped
public class TextService {

    @Inject
    private Rows rows;

    @Inject
    private Templates templates;

    @Inject
    private MessageData about;

    /**
     * Writes the message of that template.
     *
     * @param slug as the Backend API names it, for example {@code verification_code}
     * @param user what templates may say of the person, above all {@code public_metadata}
     * @param data what the template needs beyond what every message has, above all {@code otp_code}
     */
    public Draft write(
            Instance instance, Medium medium, String slug, String address, JsonObject user, JsonObject data) {
        var message = BuiltIn.of(medium, slug);
        var override = rows.find(TemplateOverride.class, instance.id(), TemplateOverride.id(message))
                .orElse(null);
        var text = templates.write(message, override, instance, about.of(instance, address, medium, user, data));
        return new Draft(text, message.priority(), override == null || override.isDeliveredByUs());
    }
}
