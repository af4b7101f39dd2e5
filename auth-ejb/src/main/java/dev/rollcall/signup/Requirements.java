package dev.rollcall.signup;

import dev.rollcall.instance.InstanceSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What an instance asks of a new user, and what of it a sign-up still lacks.
 *
 * @param required fields that must be given
 * @param optional fields that may be given
 * @param missing required fields that are not there yet
 * @param unverified fields that are there and have yet to be proved
 */
record Requirements(List<String> required, List<String> optional, List<String> missing, List<String> unverified) {

    static Requirements of(InstanceSettings settings, SignUp signUp, boolean emailVerified) {
        var attributes = settings.attributes();
        var found = new Requirements(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        found.weigh("email_address", attributes.emailAddress(), signUp.emailAddress() != null);
        found.weigh("username", attributes.username(), signUp.username() != null);
        found.weigh("first_name", attributes.firstName(), signUp.firstName() != null);
        found.weigh("last_name", attributes.lastName(), signUp.lastName() != null);
        found.weigh("password", attributes.password(), signUp.hasPassword());
        if (settings.signUp().legalConsentEnabled()) {
            found.require("legal_accepted", signUp.legalAcceptedAt() != null);
        }
        if (signUp.emailAddress() != null && attributes.emailAddress().verifyAtSignUp() && !emailVerified) {
            found.unverified.add("email_address");
        }
        return found;
    }

    boolean met() {
        return missing.isEmpty() && unverified.isEmpty();
    }

    private void weigh(String name, InstanceSettings.Attribute attribute, boolean given) {
        if (attribute.enabled() && attribute.required()) {
            require(name, given);
        } else if (attribute.enabled()) {
            optional.add(name);
        }
    }

    private void require(String name, boolean given) {
        required.add(name);
        if (!given) {
            missing.add(name);
        }
    }
}
