package dev.rollcall.signup;

import dev.rollcall.data.Clock;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.verification.VerificationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows sign-ups as the wire does, and judges what they lack. */
@ApplicationScoped
class SignUpViews {

    @Inject
    private Clock clock;

    @Inject
    private VerificationService verifications;

    Requirements requirements(Instance instance, SignUp signUp) {
        return Requirements.of(instance.settings(), signUp, proved(instance, signUp));
    }

    /** What of the sign-up is proved. */
    Set<IdentifierType> proved(Instance instance, SignUp signUp) {
        var proved = EnumSet.noneOf(IdentifierType.class);
        for (var type : IdentifierType.values()) {
            verification(instance, signUp, type)
                    .filter(v -> v.status().equals("verified"))
                    .ifPresent(v -> proved.add(type));
        }
        return proved;
    }

    /** By what the new user has proved to be one: the address, the number or the wallet first, else the password. */
    String strategy(Instance instance, SignUp signUp) {
        return IdentifierType.PROVABLE.stream()
                .flatMap(type -> verification(instance, signUp, type).stream())
                .filter(v -> v.status().equals("verified"))
                .map(VerificationView::strategy)
                .findFirst()
                .orElse(Strategy.PASSWORD.wire());
    }

    SignUpView of(Instance instance, SignUp signUp) {
        var status = signUp.statusAt(clock.now());
        boolean over = status == SignUpStatus.COMPLETE;
        var lacks = requirements(instance, signUp);
        return new SignUpView(
                "sign_up_attempt",
                signUp.id(),
                status.wire(),
                lacks.required(),
                lacks.optional(),
                over ? List.of() : lacks.missing(),
                over ? List.of() : lacks.unverified(),
                new SignUpView.VerificationsView(
                        shown(instance, signUp, IdentifierType.EMAIL_ADDRESS),
                        shown(instance, signUp, IdentifierType.PHONE_NUMBER),
                        shown(instance, signUp, IdentifierType.WEB3_WALLET),
                        null),
                signUp.username(),
                signUp.emailAddress(),
                signUp.phoneNumber(),
                signUp.identifier(IdentifierType.WEB3_WALLET),
                signUp.hasPassword(),
                signUp.hasPassword(),
                signUp.firstName(),
                signUp.lastName(),
                signUp.unsafeMetadata(),
                signUp.publicMetadata(),
                signUp.customAction(),
                signUp.externalId(),
                null,
                signUp.locale(),
                signUp.createdSessionId(),
                signUp.createdUserId(),
                signUp.abandonAt().toEpochMilli(),
                signUp.legalAcceptedAt() == null
                        ? null
                        : signUp.legalAcceptedAt().toEpochMilli());
    }

    /** The latest challenge of a field, if one was sent. */
    Optional<VerificationView> verification(Instance instance, SignUp signUp, IdentifierType type) {
        return verifications.view(instance.id(), signUp.verificationId(type));
    }

    private SignUpView.FieldVerificationView shown(Instance instance, SignUp signUp, IdentifierType type) {
        var supported = type.in(instance.settings().attributes()).verifications();
        return verification(instance, signUp, type)
                .map(v -> shown(v, supported))
                .orElse(null);
    }

    private static SignUpView.FieldVerificationView shown(VerificationView v, List<String> supported) {
        var next =
                switch (v.status()) {
                    case "verified" -> "";
                    case "unverified" -> "needs_attempt";
                    default -> "needs_prepare";
                };
        return new SignUpView.FieldVerificationView(
                v.object(),
                v.status(),
                v.strategy(),
                v.attempts(),
                v.expireAt(),
                v.channel(),
                v.nonce(),
                v.message(),
                next,
                supported);
    }
}
