package dev.rollcall.signup;

import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.InstanceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an instance asks of a new user, and what of it a sign-up still lacks.
 *
 * @param required fields that must be given
 * @param optional fields that may be given
 * @param missing required fields that are not there yet
 * @param unverified fields that are there and have yet to be proved
 */
record Requirements(List<String> required, List<String> optional, List<String> missing, List<String> unverified) {

    static Requirements of(InstanceSettings settings, SignUp signUp, Set<IdentifierType> proved) {
        var attributes = settings.attributes();
        var found = new Requirements(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        found.weigh("email_address", attributes.emailAddress(), signUp.emailAddress() != null);
        found.weigh("phone_number", attributes.phoneNumber(), signUp.phoneNumber() != null);
        found.weigh("web3_wallet", attributes.web3Wallet(), signUp.identifier(IdentifierType.WEB3_WALLET) != null);
        found.weigh("username", attributes.username(), signUp.username() != null);
        found.weigh("first_name", attributes.firstName(), signUp.firstName() != null);
        found.weigh("last_name", attributes.lastName(), signUp.lastName() != null);
        found.weigh("password", attributes.password(), signUp.hasPassword());
        if (settings.signUp().legalConsentEnabled()) {
            found.require("legal_accepted", signUp.legalAcceptedAt() != null);
        }
        found.requireAName(attributes, signUp);
        IdentifierType.PROVABLE.forEach(type -> found.prove(type, type.in(attributes), signUp, proved));
        return found;
    }

    /** Somebody whom nothing names could never sign in: where nothing that names is required, one of what may be given is. */
    private void requireAName(InstanceSettings.Attributes attributes, SignUp signUp) {
        var contacts = IdentifierType.PROVABLE.stream()
                .filter(type -> type.in(attributes).enabled())
                .toList();
        boolean usernameNames = attributes.username().usedForFirstFactor() || contacts.isEmpty();
        boolean isNamed = contacts.stream().anyMatch(type -> signUp.identifier(type) != null)
                || usernameNames && signUp.username() != null;
        boolean willBe = contacts.stream().anyMatch(type -> required.contains(type.wire()))
                || usernameNames && required.contains("username");
        if (!isNamed && !willBe) {
            contacts.forEach(type -> missing.add(type.wire()));
            if (contacts.isEmpty()) {
                missing.add("username");
            }
        }
    }

    private void prove(
            IdentifierType type, InstanceSettings.Attribute attribute, SignUp signUp, Set<IdentifierType> proved) {
        if (signUp.identifier(type) != null && attribute.verifyAtSignUp() && !proved.contains(type)) {
            unverified.add(type.wire());
        }
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
