package dev.rollcall.factor;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Enumeration protection: whoever names somebody sees the same whether or not there is such a user. What would tell one from the other is
 * made from what was typed and a secret of this server, so that it is the same again the next time.
 */
@ApplicationScoped
class Veil {

    /** What an address is shown as that was not typed. */
    static final String HIDDEN = "*****";

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 27;

    @Inject
    private Sealer sealer;

    /** Whether the instance wants it. */
    static boolean over(Instance instance) {
        return instance.settings().protection().enumerationProtection();
    }

    /** What stands for the user that an unknown identifier would have. */
    String userId(Instance instance, String typed) {
        return id(instance, Prefix.USER, typed);
    }

    /** The id under which an e-mail address is offered to whoever typed this. */
    String emailAddressId(Instance instance, String typed) {
        return id(instance, Prefix.IDENTIFICATION, typed);
    }

    /** The id under which the wallet is offered to whoever named it. */
    String walletId(Instance instance, String typed) {
        return id(instance, Prefix.IDENTIFICATION, typed);
    }

    /** The id under which a phone number is offered to whoever typed this. */
    String phoneNumberId(Instance instance, String typed) {
        return id(instance, Prefix.IDENTIFICATION, "phone " + typed);
    }

    private String id(Instance instance, Prefix prefix, String typed) {
        var mac = sealer.mac("veil/" + instance.id() + "/" + prefix.text(), Identifiers.canonical(typed));
        var number = new BigInteger(1, mac.getBytes(StandardCharsets.UTF_8))
                .mod(BigInteger.valueOf(62).pow(LENGTH));
        var text = new StringBuilder(prefix.text()).append("_3"); // as ids of these years begin
        for (int i = 1; i < LENGTH; i++) {
            var parts = number.divideAndRemainder(BigInteger.valueOf(62));
            text.append(LETTERS.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return text.toString();
    }
}
