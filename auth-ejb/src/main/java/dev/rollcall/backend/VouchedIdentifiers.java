package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What names users by the word of an app's server: it vouches for what it calls verified. */
@ApplicationScoped
class VouchedIdentifiers {

    /** What an identifier is when it is given to a user. */
    enum Status {
        VERIFIED,
        RESERVED,
        UNVERIFIED;

        /** The field of requests that says so. */
        static final String FIELD = "identification_status";

        /** Verified, unless the request says otherwise. */
        static Status of(Input body) {
            var text = body.text(FIELD).orElse("verified");
            return Stream.of(values())
                    .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                            .refusal(FIELD)
                            .saying(FIELD + " must be verified, reserved or unverified."));
        }
    }

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    /** The identification of this id, if it is of this kind. */
    Identified require(Instance instance, IdentifierType type, String identificationId) {
        return identifications
                .find(instance, identificationId)
                .filter(found -> found.type() == type)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** Gives a user an identifier. */
    Identified add(Instance instance, String userId, IdentifierType type, String identifier, Status status) {
        return switch (status) {
            case VERIFIED ->
                identifications.addVerified(
                        instance, userId, type, identifier, verifications.passed(instance, Strategy.ADMIN));
            case RESERVED -> identifications.addReserved(instance, userId, type, identifier);
            case UNVERIFIED -> identifications.claim(instance, userId, type, identifier);
        };
    }

    /** Says that an identification is verified, or is no more. What names the user must go on naming them. */
    void say(Instance instance, Identified identification, boolean verified, String primaryId) {
        var userId = identification.userId();
        if (verified) {
            var passed = verifications.passed(instance, Strategy.ADMIN);
            identifications.verified(instance, userId, identification.id(), passed);
            users.gained(instance, userId, identification);
            return;
        }
        if (identification.id().equals(primaryId)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("verified")
                    .saying("The primary " + words(identification.type())
                            + " stays verified. Make another one the primary one first.");
        }
        boolean last = identifications.of(instance.id(), List.of(userId)).stream()
                .noneMatch(other -> other.verified() && !other.id().equals(identification.id()));
        if (last) {
            throw IdentifierProblem.IDENTIFICATION_DELETION_FAILED.refusal("verified");
        }
        identifications.unverified(instance, userId, identification.id());
    }

    /** The refusal of one as the primary one that is not verified. */
    static Refusal onlyVerified(IdentifierType type) {
        return CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("primary")
                .saying("Only a verified " + words(type) + " can be the primary one.");
    }

    private static String words(IdentifierType type) {
        return type.wire().replace('_', ' ');
    }
}
