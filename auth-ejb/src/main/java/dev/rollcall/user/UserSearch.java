package dev.rollcall.user;

import dev.rollcall.identifier.Identifiers;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A part of a text that users are searched by, in the two ways that lists need: asked of one user, and looked up among all by the
 * instance's {@code search_grams}. A part that is too short for one is looked for where words begin, that is, behind a blank; texts
 * begin with one.
 *
 * @param probe the condition on one user {@code u}
 * @param found the statement that answers the ids of all such users
 */
record UserSearch(String probe, String found) {

    private static final int WHOLE = 3;

    /** Users with an identification of a kind that holds the part; {@code bind} gives a value its place. */
    static UserSearch inIdentifier(String type, String part, UnaryOperator<String> bind) {
        return identified("i.type = '" + type + "' and ", part, bind);
    }

    /** Users with a name that holds the part. */
    static UserSearch inNames(String part, UnaryOperator<String> bind) {
        var text = lower(part);
        if (!isSearchable(text)) {
            return new UserSearch("false", names("false"));
        }
        var place = bind.apply(sought(text));
        return new UserSearch(holds("u.names", place), names(grams("n", "names", place)));
    }

    /** Users with an identification or a name that holds the part, or whose id it is. */
    static UserSearch anywhere(String part, UnaryOperator<String> bind) {
        var identified = identified("", part, bind);
        var named = inNames(part, bind);
        var id = bind.apply(part.strip());
        return new UserSearch(
                "(" + identified.probe + " or " + named.probe + " or u.id = " + id + ")",
                identified.found + " union all " + named.found
                        + " union all select v.id from users v where v.instance_id = ?1 and v.id = " + id);
    }

    private static UserSearch identified(String ofType, String part, UnaryOperator<String> bind) {
        var canonical = Identifiers.searched(part);
        if (!isSearchable(canonical)) {
            return new UserSearch("false", identifications("false"));
        }
        var place = bind.apply(sought(canonical));
        return new UserSearch(
                "coalesce((select true from identification i where i.instance_id = ?1 and i.user_id = u.id and "
                        + ofType + holds("i.canonical", place) + " limit 1), false)",
                identifications(ofType + grams("i", "canonical", place)));
    }

    private static String identifications(String condition) {
        return "select i.user_id as id from identification i where i.instance_id = ?1 and " + condition;
    }

    private static String names(String condition) {
        return "select n.user_id as id from user_names n where n.instance_id = ?1 and " + condition;
    }

    private static String holds(String text, String place) {
        return "strpos(' ' || " + text + ", " + place + ") > 0";
    }

    /** Found by the index, and then looked at. */
    private static String grams(String row, String column, String place) {
        var text = row + "." + column;
        return "search_grams(" + row + ".instance_id, ' ' || " + text + ") @> search_grams(?1, " + place + ") and "
                + holds(text, place);
    }

    /** Signs alone find nobody: every address has some of them. */
    private static boolean isSearchable(String part) {
        return part.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String sought(String part) {
        boolean hasGram = part.codePointCount(0, part.length()) >= WHOLE
                || part.length() > 1 && !Character.isLetterOrDigit(part.codePointAt(0));
        return hasGram ? part : " " + part;
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
