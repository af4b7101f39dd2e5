package dev.rollcall.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The words of a message, before anything is filled in: ours, or an instance's own.
 *
 * @param subject null for a text message
 * @param body HTML, or the text of a text message
 */
record Wording(String name, String subject, String body) {

    private static final String NAME = "name: ";
    private static final String SUBJECT = "subject: ";

    /** Our own words, from the resources: {@code name:} and {@code subject:} in a line each, an empty line, the body. */
    static Wording of(BuiltIn message) {
        var file = resource("/template/" + message.medium().wire() + "/" + message.slug() + ".hbs");
        int head = file.indexOf("\n\n");
        String name = message.slug();
        String subject = null;
        for (var line : file.substring(0, head).split("\n", -1)) {
            if (line.startsWith(NAME)) {
                name = line.substring(NAME.length());
            } else if (line.startsWith(SUBJECT)) {
                subject = line.substring(SUBJECT.length());
            }
        }
        return new Wording(name, subject, file.substring(head + 2));
    }

    static String resource(String name) {
        try (var file = Wording.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
