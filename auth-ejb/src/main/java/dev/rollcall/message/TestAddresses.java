package dev.rollcall.message;

import dev.rollcall.instance.Instance;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses that automatic tests use in test mode: a fixed code works for them, and nothing is ever sent there. */
public final class TestAddresses {

    private static final String EMAIL_MARK = "+clerk_test@";
    private static final Pattern NUMBER = Pattern.compile("\\+1\\d{3}55501\\d{2}");

    private TestAddresses() {}

    /** Whether the address is one, and the instance is in test mode. */
    public static boolean contain(Instance instance, String address) {
        return instance.settings().testMode()
                && (address.toLowerCase(Locale.ROOT).contains(EMAIL_MARK)
                        || NUMBER.matcher(address).matches());
    }
}
