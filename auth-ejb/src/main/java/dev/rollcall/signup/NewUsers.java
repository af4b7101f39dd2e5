package dev.rollcall.signup;

import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.NewUser;
import dev.rollcall.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;

/** Turns a sign-up that lacks nothing into a user. */
@ApplicationScoped
class NewUsers {

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    /** Makes the user, in the caller's transaction; refuses when somebody else took an identifier in the meantime. */
    String from(Instance instance, SignUp signUp, Set<IdentifierType> proved) {
        var actions = instance.settings().actions();
        var userId = users.create(
                instance,
                new NewUser(
                        signUp.externalId(),
                        signUp.firstName(),
                        signUp.lastName(),
                        signUp.locale(),
                        signUp.passwordDigest(),
                        signUp.publicMetadata(),
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
        for (var type : IdentifierType.PROVABLE) {
            if (signUp.identifier(type) != null) {
                add(instance, userId, signUp, type, proved.contains(type));
            }
        }
        if (signUp.username() != null) {
            identifications.addVerified(instance, userId, IdentifierType.USERNAME, signUp.username(), null);
        }
        return userId;
    }

    private void add(Instance instance, String userId, SignUp signUp, IdentifierType type, boolean isProved) {
        var identifier = signUp.identifier(type);
        if (!isProved) {
            identifications.claim(instance, userId, type, identifier);
        } else {
            var proved = identifications.addVerified(instance, userId, type, identifier, signUp.verificationId(type));
            users.gained(instance, userId, proved);
        }
    }
}
