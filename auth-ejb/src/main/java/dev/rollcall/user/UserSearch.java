package dev.rollcall.user;

import dev.rollcall.identifier.Identifiers;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A part of a text that users are searched by, in the two ways that lists need: asked of one user, and looked up among all. Both are
 * answered by an index; the second by one of trigrams, so a part must hold a whole one. A shorter part is looked for where words begin.
 *
 * @param probe the condition on one user {@code u}
 * @param found the statement that answers the ids of all such users
 */
record UserSearch(String probe, String found) {

    private static final int WHOLE = 3;
    private static final String IDENTIFICATIONS =
            "select i.user_id as id from identification i where i.instance_id = ?1 and ";
    private static final String NAMES = "select n.user_id as id from user_names n where n.instance_id = ?1 and ";

    /** Users with an identification of a kind that holds the part; {@code bind} gives a value its place. */
    static UserSearch inIdentifier(String type, String part, UnaryOperator<String> bind) {
        return found("i.type = '" + type + "' and " + asIdentifier(part, bind));
    }

    /** Users with a name that holds the part. */
    static UserSearch inNames(String part, UnaryOperator<String> bind) {
        var text = amongNames(lower(part), bind);
        return new UserSearch(text.formatted("u"), NAMES + text.formatted("n"));
    }

    /** Users with an identification or a name that holds the part, or whose id it is. */
    static UserSearch anywhere(String part, UnaryOperator<String> bind) {
        var identified = found(asIdentifier(part, bind));
        var named = inNames(part, bind);
        var id = bind.apply(part.strip());
        return new UserSearch(
                "(" + identified.probe + " or " + named.probe + " or u.id = " + id + ")",
                identified.found + " union all " + named.found
                        + " union all select v.id from users v where v.instance_id = ?1 and v.id = " + id);
    }

    private static UserSearch found(String condition) {
        return new UserSearch(
                "coalesce((select true from identification i where i.instance_id = ?1 and i.user_id = u.id and "
                        + condition + " limit 1), false)",
                IDENTIFICATIONS + condition);
    }

    private static String asIdentifier(String part, UnaryOperator<String> bind) {
        var canonical = Identifiers.canonical(part);
        if (!isSearchable(canonical)) {
            return "false";
        }
        return "i.canonical like " + bind.apply((holdsTrigram(canonical) ? "%" : "") + escaped(canonical) + "%");
    }

    /** A name begins at the start or after a blank; {@code %1$s} stands for whose it is. */
    private static String amongNames(String part, UnaryOperator<String> bind) {
        if (!isSearchable(part)) {
            return "false";
        }
        if (holdsTrigram(part)) {
            return "%1$s.names like " + bind.apply("%" + escaped(part) + "%");
        }
        return "(%1$s.names like " + bind.apply(escaped(part) + "%") + " or %1$s.names like "
                + bind.apply("% " + escaped(part) + "%") + ")";
    }

    /** Signs alone have no trigram, and every address has some of them. */
    private static boolean isSearchable(String part) {
        return part.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether the part holds three characters of one word, its edges included where the part shows them. */
    private static boolean holdsTrigram(String part) {
        int run = 0;
        boolean edge = false; // whether the word is seen to begin within the part
        for (int c : part.codePoints().toArray()) {
            if (Character.isLetterOrDigit(c)) {
                run++;
                if (edge || run >= WHOLE) {
                    return true;
                }
            } else if (run == WHOLE - 1) {
                return true;
            } else {
                run = 0;
                edge = true;
            }
        }
        return false;
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
