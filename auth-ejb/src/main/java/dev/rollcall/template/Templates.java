package dev.rollcall.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.jknack.handlebars.Template;
import dev.rollcall.instance.Instance;
import dev.rollcall.template.Engine.SyntaxFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns words and data into the text of a message. Values are escaped in HTML and flattened to one line in subjects. Where an instance's
 * own words fail, ours are sent: a person waits for what is in it.
 */
@ApplicationScoped
class Templates {

    /** What is read once and filled often; the body of a text message is plain. */
    private record Parts(Template subject, Template body) {}

    private static final Logger LOG = Logger.getLogger(Templates.class.getName());
    private static final int MOST_SMS = 1600; // what Twilio takes
    private static final int MOST_SUBJECT = 500;
    private static final int CACHED_CHARACTERS = 8 * 1024 * 1024;

    private final Engine html = Engine.html();
    private final Engine plain = Engine.plain();
    private final Map<BuiltIn, Parts> ours = new EnumMap<>(BuiltIn.class);
    private final Cache<Wording, Parts> theirs = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .<Wording, Parts>weigher((words, parts) -> words.body().length() + 1000)
            .build();

    Templates() {
        for (var message : BuiltIn.values()) {
            try {
                ours.put(message, read(message.medium(), Wording.of(message)));
            } catch (SyntaxFault e) {
                throw new IllegalStateException(message + ", line " + e.line() + ": " + e.getMessage(), e);
            }
        }
    }

    /** The message in the instance's words, or in ours; {@code override} is null where the instance has set nothing. */
    MessageText write(BuiltIn message, TemplateOverride override, Instance instance, JsonObject values) {
        var from = from(override, instance);
        var replyTo = override == null ? null : override.replyToEmailName();
        if (override != null && override.hasWords()) {
            try {
                return write(message.medium(), override.words(), from, replyTo, values);
            } catch (SyntaxFault | RuntimeException e) {
                LOG.log(Level.WARNING, "instance {0}: its own template {1} failed ({2}), ours was sent", new Object[] {
                    override.instanceId(), override.id(), e.getClass().getSimpleName()
                });
            }
        }
        return filled(message.medium(), ours.get(message), from, replyTo, values);
    }

    /** The part of the sender's address before the {@code @}. */
    static String from(TemplateOverride override, Instance instance) {
        return override == null || override.fromEmailName() == null
                ? instance.settings().communication().fromEmailName()
                : override.fromEmailName();
    }

    /** A message in these words; what is wrong with them is thrown. */
    MessageText write(Medium medium, Wording words, String from, String replyTo, JsonObject values) throws SyntaxFault {
        var parts = theirs.getIfPresent(words);
        if (parts == null) {
            parts = read(medium, words);
            theirs.put(words, parts);
        }
        return filled(medium, parts, from, replyTo, values);
    }

    /** Reads one part, to find what is wrong with it. */
    Template check(Medium medium, String text) throws SyntaxFault {
        return (medium == Medium.EMAIL ? html : plain).compile(text);
    }

    private Parts read(Medium medium, Wording words) throws SyntaxFault {
        return medium == Medium.EMAIL
                ? new Parts(plain.compile(words.subject()), html.compile(words.body()))
                : new Parts(null, plain.compile(words.body()));
    }

    private static MessageText filled(Medium medium, Parts parts, String from, String replyTo, JsonObject values) {
        var body = Filler.fill(parts.body(), values);
        if (medium == Medium.SMS) {
            return new MessageText("", null, null, null, cut(body.strip(), MOST_SMS), values);
        }
        var subject = cut(Filler.oneLine(Filler.fill(parts.subject(), values)), MOST_SUBJECT);
        return new MessageText(from, replyTo, subject, body, PlainText.of(body), values);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
