package dev.rollcall.message;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a template and its data into the text of a message. Values are escaped in HTML and flattened to one line in subjects. */
@ApplicationScoped
class Templates {

    private record Parts(Template subject, Template html, Template plain) {}

    private final Map<MessageTemplate, Parts> parts = new EnumMap<>(MessageTemplate.class);

    @PostConstruct
    void compileAll() {
        var html = new Handlebars().with(EscapingStrategy.HTML_ENTITY);
        var plain = new Handlebars().with(EscapingStrategy.NOOP);
        for (var template : MessageTemplate.values()) {
            parts.put(
                    template,
                    new Parts(
                            compile(plain, template, "subject"),
                            compile(html, template, "html"),
                            compile(plain, template, "txt")));
        }
    }

    /** The message of that template. */
    MessageText write(MessageTemplate template, JsonObject values) {
        var files = parts.get(template);
        return new MessageText(
                "notifications",
                null,
                oneLine(fill(files.subject(), values)),
                fill(files.html(), values),
                fill(files.plain(), values),
                values);
    }

    /** A line break in an application's name would let it write headers of the mail. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static Template compile(Handlebars handlebars, MessageTemplate template, String part) {
        var name = "/message/" + template.slug() + "." + part + ".hbs";
        try (var file = Templates.class.getResourceAsStream(name)) {
            return handlebars.compileInline(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(Template template, JsonObject values) {
        // maps alone are resolved: a template reaches no method of ours
        var context = Context.newBuilder(plain(values))
                .resolver(MapValueResolver.INSTANCE)
                .build();
        try {
            return template.apply(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                value.asJsonObject().forEach((name, inner) -> map.put(name, plain(inner)));
                yield map;
            }
            case ARRAY -> ((JsonArray) value).stream().map(Templates::plain).toList();
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> "";
        };
    }
}
