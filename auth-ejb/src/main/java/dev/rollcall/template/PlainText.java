package dev.rollcall.template;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The plain twin of an HTML text: what a person would type. Links are written out after their words; what HTML hides (styles, titles,
 * previews) is left out.
 */
final class PlainText {

    private static final Pattern TAG =
            Pattern.compile("<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9]*)([^>]*)>|<![^>]*>", Pattern.DOTALL);
    private static final Pattern HREF =
            Pattern.compile("href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]+);");
    private static final Set<String> UNSEEN = Set.of("style", "title", "script", "head");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "section");
    private static final Set<String> LINES = Set.of("br", "tr", "li", "hr");
    private static final Set<String> VOID = Set.of("br", "img", "hr", "meta", "link", "input");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "copy", "©", "mdash", "—",
            "ndash", "–", "hellip", "…");

    private final StringBuilder text = new StringBuilder();
    private String link = "";
    private int linkStart;
    private String hiddenBy = "";
    private int hiddenDepth;

    private PlainText() {}

    /** The text of this HTML. */
    static String of(String html) {
        var plain = new PlainText();
        var tags = TAG.matcher(html);
        int end = 0;
        while (tags.find()) {
            plain.words(html.substring(end, tags.start()));
            if (tags.group(2) != null) {
                plain.tag(!tags.group(1).isEmpty(), tags.group(2).toLowerCase(Locale.ROOT), tags.group(3));
            }
            end = tags.end();
        }
        plain.words(html.substring(end));
        return plain.tidied();
    }

    private void tag(boolean closing, String name, String attributes) {
        if (!hiddenBy.isEmpty()) {
            hiddenDepth += name.equals(hiddenBy) ? (closing ? -1 : 1) : 0;
            if (hiddenDepth == 0) {
                hiddenBy = "";
            }
            return;
        }
        if (!closing
                && !VOID.contains(name)
                && (UNSEEN.contains(name) || HIDDEN.matcher(attributes).find())) {
            hiddenBy = name;
            hiddenDepth = 1;
        } else if (name.equals("a")) {
            link(closing, attributes);
        } else if (PARAGRAPHS.contains(name)) {
            text.append("\n\n");
        } else if (LINES.contains(name)) {
            text.append('\n').append(name.equals("li") && !closing ? "- " : "");
        }
    }

    private void link(boolean closing, String attributes) {
        if (closing) {
            var words = text.substring(Math.min(linkStart, text.length())).strip();
            if (!link.isEmpty() && !link.equals(words)) {
                text.append(": ").append(link);
            }
            link = "";
            return;
        }
        var href = HREF.matcher(attributes);
        link = href.find() ? decoded(href.group(1) == null ? href.group(2) : href.group(1)) : "";
        linkStart = text.length();
    }

    private void words(String html) {
        if (hiddenBy.isEmpty()) {
            text.append(decoded(html.replaceAll("\\s+", " ")));
        }
    }

    private String tidied() {
        return text.toString()
                        .replaceAll("[ \\t\\u00a0]*\\n[ \\t\\u00a0]*", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .replaceAll(" {2,}", " ")
                        .strip()
                + "\n";
    }

    private static String decoded(String html) {
        return ENTITY.matcher(html)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(entity(m.group(), m.group(1))));
    }

    private static String entity(String whole, String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, whole);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(point) && point != 0 ? Character.toString(point) : "";
    }
}
