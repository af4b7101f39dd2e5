package dev.rollcall.factor;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The passwords that attackers try first: the list that the zxcvbn library ships, about thirty thousand. */
final class CommonPasswords {

    private static final Set<String> ALL = load();

    private CommonPasswords() {}

    /** Whether the password, whatever its case, is on the list. */
    static boolean contain(String password) {
        return ALL.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> load() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
