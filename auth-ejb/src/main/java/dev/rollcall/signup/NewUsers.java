package dev.rollcall.signup;

import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.NewUser;
import dev.rollcall.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Turns a sign-up that lacks nothing into a user. */
@ApplicationScoped
class NewUsers {

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    /** Makes the user, in the caller's transaction; refuses when somebody else took an identifier in the meantime. */
    String from(Instance instance, SignUp signUp, boolean emailVerified) {
        var actions = instance.settings().actions();
        var userId = users.create(
                instance,
                new NewUser(
                        null,
                        signUp.firstName(),
                        signUp.lastName(),
                        signUp.locale(),
                        signUp.passwordDigest(),
                        JsonObject.EMPTY_JSON_OBJECT,
                        JsonObject.EMPTY_JSON_OBJECT,
                        signUp.unsafeMetadata(),
                        false,
                        false,
                        actions.deleteSelf(),
                        actions.createOrganization(),
                        null,
                        false,
                        signUp.legalAcceptedAt(),
                        null));
        if (signUp.emailAddress() != null) {
            addEmailAddress(instance, userId, signUp, emailVerified);
        }
        if (signUp.username() != null) {
            identifications.addVerified(instance, userId, IdentifierType.USERNAME, signUp.username(), null);
        }
        return userId;
    }

    private void addEmailAddress(Instance instance, String userId, SignUp signUp, boolean verified) {
        if (!verified) {
            identifications.claim(instance, userId, IdentifierType.EMAIL_ADDRESS, signUp.emailAddress());
        } else {
            var email = identifications.addVerified(
                    instance,
                    userId,
                    IdentifierType.EMAIL_ADDRESS,
                    signUp.emailAddress(),
                    signUp.emailVerificationId());
            users.gained(instance, userId, email);
        }
    }
}
