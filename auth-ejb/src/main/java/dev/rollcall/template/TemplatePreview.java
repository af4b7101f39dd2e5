package dev.rollcall.template;

/** What a template would say, with sample values. */
public record TemplatePreview(
        String object,
        String subject,
        String body,
        String bodyPlain,
        String fromEmailAddress,
        String replyToEmailAddress) {}
