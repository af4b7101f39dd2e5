package dev.rollcall.signin;

import dev.rollcall.data.Clock;
import dev.rollcall.factor.FactorView;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.verification.VerificationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
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
                null,
                verification(instance, signIn.firstFactorVerificationId()).orElse(null),
                null,
                signIn.identifier(),
                shows(instance, signIn, status) ? userData(instance, signIn.userId()) : null,
                signIn.createdSessionId(),
                signIn.abandonAt().toEpochMilli());
    }

    Optional<VerificationView> verification(Instance instance, String verificationId) {
        return verifications.view(instance.id(), verificationId);
    }

    private List<FactorView> offered(Instance instance, SignIn signIn, SignInStatus status) {
        if (status == SignInStatus.NEEDS_FIRST_FACTOR && !signIn.isNamed()) {
            return factors.offeredUnnamed(instance);
        }
        return status == SignInStatus.NEEDS_FIRST_FACTOR
                ? factors.offered(instance, factors.candidate(instance, signIn.userId(), signIn.identifier()))
                : null;
    }

    /** Under enumeration protection a person is shown to nobody but who has proved to be it. */
    private static boolean shows(Instance instance, SignIn signIn, SignInStatus status) {
        boolean proved = status == SignInStatus.COMPLETE || status == SignInStatus.NEEDS_NEW_PASSWORD;
        return signIn.userId() != null
                && (proved || !instance.settings().protection().enumerationProtection());
    }

    private SignInView.UserDataView userData(Instance instance, String userId) {
        var user = users.view(instance, userId);
        return new SignInView.UserDataView(
                user.firstName(), user.lastName(), user.imageUrl(), user.hasImage(), user.profileImageUrl());
    }

    private static List<String> identifiers(Instance instance) {
        var attributes = instance.settings().attributes();
        var supported = new ArrayList<String>();
        if (attributes.emailAddress().enabled() && attributes.emailAddress().usedForFirstFactor()) {
            supported.add(IdentifierType.EMAIL_ADDRESS.wire());
        }
        if (attributes.phoneNumber().enabled() && attributes.phoneNumber().usedForFirstFactor()) {
            supported.add(IdentifierType.PHONE_NUMBER.wire());
        }
        if (attributes.username().enabled() && attributes.username().usedForFirstFactor()) {
            supported.add(IdentifierType.USERNAME.wire());
        }
        if (attributes.web3Wallet().enabled() && attributes.web3Wallet().usedForFirstFactor()) {
            supported.add(IdentifierType.WEB3_WALLET.wire());
        }
        return supported;
    }
}
