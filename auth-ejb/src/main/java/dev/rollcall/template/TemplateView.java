package dev.rollcall.template;

import dev.rollcall.instance.Instance;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.stream.Stream;

/** A template as the Backend API shows it ({@code Template}). */
@JsonbNillable(false)
public record TemplateView(
        String id,
        String object,
        String instanceId,
        String resourceType,
        String templateType,
        String name,
        String slug,
        int position,
        boolean canRevert,
        boolean canDelete,
        boolean canEditBody,
        boolean canToggle,
        String subject,
        String markup,
        String body,
        List<String> availableVariables,
        List<String> requiredVariables,
        String fromEmailName,
        String replyToEmailName,
        boolean deliveredByClerk,
        boolean enabled,
        boolean flaggedAsSuspicious,
        Long updatedAt,
        Long createdAt) {

    private static final List<String> OF_EVERY_MESSAGE = List.of(
            "app.name",
            "app.domain_name",
            "app.url",
            "app.logo_image_url",
            "app.logo_url",
            "app.support_email",
            "theme.primary_color",
            "theme.button_text_color",
            "user.first_name",
            "user.last_name",
            "user.public_metadata",
            "requested_at",
            "requested_by",
            "requested_from",
            "minutes");

    /** Our words, or the instance's own; {@code override} is null where it has set nothing. */
    static TemplateView of(Instance instance, BuiltIn message, TemplateOverride override) {
        boolean own = override != null && override.hasWords();
        var words = own ? override.words() : Wording.of(message);
        var address = message.medium() == Medium.EMAIL ? "to_email_address" : "to_phone_number";
        return new TemplateView(
                "tmpl_" + message.medium().wire() + "_" + message.slug(),
                "template",
                own ? instance.id() : null,
                own ? "user" : "system",
                message.medium().wire(),
                words.name(),
                message.slug(),
                message.position(),
                own,
                false,
                true,
                true,
                words.subject(),
                own && override.markup() != null ? override.markup() : "",
                words.body(),
                Stream.of(OF_EVERY_MESSAGE, List.of(address), message.required(), message.more())
                        .flatMap(List::stream)
                        .toList(),
                message.required(),
                message.medium() == Medium.SMS ? null : Templates.from(override, instance),
                override == null ? null : override.replyToEmailName(),
                override == null || override.isDeliveredByUs(),
                true,
                false,
                override == null ? null : override.updatedAt().toEpochMilli(),
                override == null ? null : override.createdAt().toEpochMilli());
    }
}
