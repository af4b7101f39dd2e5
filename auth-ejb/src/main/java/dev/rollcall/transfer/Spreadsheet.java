package dev.rollcall.transfer;

import java.text.DateFormatSymbols;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What spreadsheets make of cells: they run formulas, and turn texts that look like numbers, dates or truth into these. */
final class Spreadsheet {

    private static final String FORMULA = "=+-@\t\r\n'";

    /** Figures, perhaps with a month's name, a currency or an exponent: {@code 007}, {@code 3-4}, {@code 5 May}, {@code 1e5}, {@code $5}. */
    private static final Pattern FIGURES =
            Pattern.compile("\\(?\\p{Sc}? ?[.,]?\\d[\\p{L}\\p{M}\\d%.,:;/ ()+-]*\\p{Sc}?");

    /** What is a day if the word is a month's: {@code May 5}, {@code mar1}. */
    private static final Pattern WORD_AND_FIGURES = Pattern.compile("([\\p{L}\\p{M}]+)[ ./-]*\\d[\\d ,./-]*");

    /** A moment as we write it is a text to them. */
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    /** A moment as they write it once they have understood it; it is UTC, as ours is. */
    private static final Pattern THEIR_MOMENT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d)(:\\d\\d)?([.,]\\d{1,9})?");

    /** As Excel has it in the languages in which a file is most likely to be saved. */
    private static final Set<String> TRUE = Set.of(
            "true",
            "wahr",
            "vrai",
            "verdadero",
            "verdadeiro",
            "vero",
            "waar",
            "prawda",
            "sant",
            "sand",
            "sann",
            "tosi",
            "pravda",
            "igaz",
            "doğru",
            "истина",
            "істина");

    private static final Set<String> FALSE = Set.of(
            "false",
            "falsch",
            "faux",
            "falso",
            "onwaar",
            "fałsz",
            "falskt",
            "falsk",
            "usann",
            "epätosi",
            "nepravda",
            "hamis",
            "yanlış",
            "ложь",
            "хибність");

    private static final Set<String> MONTHS = Stream.of(
                    "en", "de", "fr", "es", "pt", "it", "nl", "pl", "da", "nb", "sv", "fi", "cs", "sk", "hu", "tr",
                    "ru", "uk")
            .map(language -> DateFormatSymbols.getInstance(Locale.forLanguageTag(language)))
            .flatMap(names -> Stream.of(names.getMonths(), names.getShortMonths()))
            .flatMap(Stream::of)
            .map(month -> word(month).replace(".", ""))
            .filter(month -> !month.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private Spreadsheet() {}

    /** Whether one would take the text for something else, or its first character for the guard of such a text. */
    static boolean needsGuard(String text) {
        return !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0
                        || isTruth(text)
                        || isDay(text)
                        || FIGURES.matcher(text).matches()
                                && !MOMENT.matcher(text).matches());
    }

    private static boolean isDay(String text) {
        var parts = WORD_AND_FIGURES.matcher(text);
        return parts.matches() && MONTHS.contains(word(parts.group(1)));
    }

    /** What stood in the column before one had a hand in it. */
    static String plain(String column, String cell) {
        if (ImportRow.FLAGS.contains(column)) {
            var word = word(cell);
            return TRUE.contains(word) ? "true" : FALSE.contains(word) ? "false" : cell;
        }
        if (ImportRow.TIMES.contains(column)) {
            var moment = THEIR_MOMENT.matcher(cell.strip());
            if (moment.matches()) {
                return moment.group(1) + "T" + moment.group(2) + (moment.group(3) == null ? ":00" : moment.group(3))
                        + (moment.group(4) == null ? "" : moment.group(4).replace(',', '.')) + "Z";
            }
        }
        return cell;
    }

    private static boolean isTruth(String text) {
        var word = word(text);
        return TRUE.contains(word) || FALSE.contains(word);
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
