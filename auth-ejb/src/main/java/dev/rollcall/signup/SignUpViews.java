package dev.rollcall.signup;

import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.verification.VerificationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Shows sign-ups as the wire does, and judges what they lack. */
@ApplicationScoped
class SignUpViews {

    @Inject
    private Clock clock;

    @Inject
    private VerificationService verifications;

    Requirements requirements(Instance instance, SignUp signUp) {
        return Requirements.of(instance.settings(), signUp, emailVerified(instance, signUp));
    }

    boolean emailVerified(Instance instance, SignUp signUp) {
        return email(instance, signUp)
                .filter(v -> v.status().equals("verified"))
                .isPresent();
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
                        email(instance, signUp).map(v -> shown(instance, v)).orElse(null), null, null, null),
                signUp.username(),
                signUp.emailAddress(),
                null,
                null,
                signUp.hasPassword(),
                signUp.hasPassword(),
                signUp.firstName(),
                signUp.lastName(),
                signUp.unsafeMetadata(),
                JsonObject.EMPTY_JSON_OBJECT,
                false,
                null,
                null,
                signUp.locale(),
                signUp.createdSessionId(),
                signUp.createdUserId(),
                signUp.abandonAt().toEpochMilli(),
                signUp.legalAcceptedAt() == null
                        ? null
                        : signUp.legalAcceptedAt().toEpochMilli());
    }

    private Optional<VerificationView> email(Instance instance, SignUp signUp) {
        return verifications.view(instance.id(), signUp.emailVerificationId());
    }

    private static SignUpView.FieldVerificationView shown(Instance instance, VerificationView v) {
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
                next,
                instance.settings().attributes().emailAddress().verifications());
    }
}
