package dev.rollcall.factor;

import com.nulabinc.zxcvbn.Feedback;
import java.util.ListResourceBundle;

/**
 * The codes by which the components look up their own sentence for each of zxcvbn's suggestions, in the form of a "translation" of the
 * library's texts.
 */
final class SuggestionCodes extends ListResourceBundle {

    @Override
    protected Object[][] getContents() {
        return new Object[][] {
            {Feedback.DEFAULT_SUGGESTIONS_USE_FEW_WORDS, "useWords"},
            {Feedback.DEFAULT_SUGGESTIONS_NO_NEED_SYMBOLS, "noNeed"},
            {Feedback.EXTRA_SUGGESTIONS_ADD_ANOTHER_WORD, "anotherWord"},
            {Feedback.SPATIAL_SUGGESTIONS_USE_LONGER_KEYBOARD_PATTERN, "longerKeyboardPattern"},
            {Feedback.REPEAT_SUGGESTIONS_AVOID_REPEATED_WORDS, "repeated"},
            {Feedback.SEQUENCE_SUGGESTIONS_AVOID_SEQUENCES, "sequences"},
            {Feedback.REGEX_SUGGESTIONS_AVOID_RECENT_YEARS, "recentYears"},
            {Feedback.DATE_SUGGESTIONS_AVOID_DATES, "dates"},
            {Feedback.DICTIONARY_SUGGESTIONS_CAPITALIZATION, "capitalization"},
            {Feedback.DICTIONARY_SUGGESTIONS_ALL_UPPERCASE, "allUppercase"},
            {Feedback.DICTIONARY_SUGGESTIONS_REVERSED, "reverseWords"},
            {Feedback.DICTIONARY_SUGGESTIONS_L33T, "l33t"},
        };
    }
}
