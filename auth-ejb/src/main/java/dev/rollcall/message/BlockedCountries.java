package dev.rollcall.message;

import dev.rollcall.instance.Instance;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.template.Medium;

/** The countries that an instance sends no text messages to: what costs it money there is mostly not for people. */
public final class BlockedCountries {

    private BlockedCountries() {}

    /**
     * Whether the number is of such a country. Test numbers cost nothing. Numbers of no country, of satellites and of premium services the
     * world over, cost the most, and nobody could name them: they are of all that are blocked.
     */
    public static boolean contain(Instance instance, String number) {
        var blocked = instance.settings().communication().blockedCountryCodes();
        return !blocked.isEmpty()
                && !TestAddresses.contain(instance, number)
                && PhoneNumbers.country(number).map(blocked::contains).orElse(true);
    }

    static void refuse(Instance instance, Medium medium, String to) {
        if (medium == Medium.SMS && contain(instance, to)) {
            throw MessageProblem.UNSUPPORTED_COUNTRY_CODE
                    .refusal()
                    .with("alpha2", PhoneNumbers.country(to).orElse(""));
        }
    }
}
