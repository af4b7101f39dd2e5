package dev.rollcall.signin;

import dev.rollcall.data.Clock;
import dev.rollcall.factor.ClientTrust;
import dev.rollcall.factor.FactorView;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.factor.NextFactors;
import dev.rollcall.factor.SecondFactors;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.verification.VerificationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows sign-ins as the wire does. */
@ApplicationScoped
class SignInViews {

    @Inject
    private Clock clock;

    @Inject
    private FirstFactors factors;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private ClientTrust clientTrust;

    @Inject
    private VerificationService verifications;

    @Inject
    private UserService users;

    SignInView of(Instance instance, SignIn signIn) {
        var status = signIn.statusAt(clock.now());
        return new SignInView(
                "sign_in_attempt",
                signIn.id(),
                status.wire(),
                identifiers(instance),
                offered(instance, signIn, status),
                offeredNext(instance, signIn, status),
                first(instance, signIn),
                verification(instance, signIn.secondFactorVerificationId()).orElse(null),
                signIn.identifier(),
                shows(instance, signIn, status) ? userData(instance, signIn.userId()) : null,
                signIn.createdSessionId(),
                signIn.abandonAt().toEpochMilli(),
                clientTrust(instance, signIn));
    }

    Optional<VerificationView> verification(Instance instance, String verificationId) {
        return verifications.view(instance.id(), verificationId);
    }

    /** What a newcomer has proved may become a sign-up. */
    private VerificationView first(Instance instance, SignIn signIn) {
        return verification(instance, signIn.firstFactorVerificationId())
                .map(v -> signIn.isNewcomers() && v.status().equals("verified") ? v.transferable() : v)
                .orElse(null);
    }

    private List<FactorView> offered(Instance instance, SignIn signIn, SignInStatus status) {
        if (status == SignInStatus.NEEDS_FIRST_FACTOR && !signIn.isNamed()) {
            return factors.offeredUnnamed(instance);
        }
        return status == SignInStatus.NEEDS_FIRST_FACTOR
                ? factors.offered(
                        instance,
                        factors.candidate(instance, signIn.userId(), signIn.identifier(), signIn.mayBeNewcomers()))
                : null;
    }

    private List<FactorView> offeredNext(Instance instance, SignIn signIn, SignInStatus status) {
        return status.needsNextFactor()
                ? next(status).offered(instance, factors.known(instance, signIn.userId(), signIn.identifier()))
                : null;
    }

    /** The factors that are asked for in this status. */
    NextFactors next(SignInStatus status) {
        return switch (status) {
            case NEEDS_SECOND_FACTOR -> secondFactors;
            case NEEDS_CLIENT_TRUST -> clientTrust;
            case NEEDS_IDENTIFIER, NEEDS_FIRST_FACTOR, NEEDS_NEW_PASSWORD, COMPLETE, ABANDONED ->
                throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        };
    }

    private String clientTrust(Instance instance, SignIn signIn) {
        if (signIn.deviceTrust() != null) {
            return signIn.deviceTrust().wire();
        }
        return clientTrust.isOn(instance) ? DeviceTrust.PENDING : null;
    }

    /** Under enumeration protection, and where a newcomer would be taken in, a person is shown to nobody but who has proved to be it. */
    private static boolean shows(Instance instance, SignIn signIn, SignInStatus status) {
        return signIn.userId() != null
                && (status.isProved()
                        || !signIn.mayBeNewcomers()
                                && !instance.settings().protection().enumerationProtection());
    }

    private SignInView.UserDataView userData(Instance instance, String userId) {
        var user = users.face(instance, userId);
        return new SignInView.UserDataView(
                user.firstName(), user.lastName(), user.imageUrl(), user.hasImage(), user.imageUrl());
    }

    private static List<String> identifiers(Instance instance) {
        return Arrays.stream(IdentifierType.values())
                .filter(type -> type.namesAtSignIn(instance.settings().attributes()))
                .map(IdentifierType::wire)
                .toList();
    }
}
