package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.AuthenticatorApps;
import dev.rollcall.factor.BackupCodes;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Gives users the second factors that they had with another system. */
@ApplicationScoped
class GivenFactors {

    @Inject
    private AuthenticatorApps apps;

    @Inject
    private BackupCodes codes;

    /** Refuses what cannot be given. */
    static void check(Instance instance, Input body) {
        secret(body).ifPresent(secret -> {
            require(AuthenticatorApps.areOn(instance), "totp_secret");
            AuthenticatorApps.secret(secret);
        });
        if (!codes(body).isEmpty()) {
            require(BackupCodes.areOn(instance), "backup_codes");
            BackupCodes.check(codes(body));
        }
    }

    /** Gives what the request speaks of, in the caller's transaction. */
    void give(Instance instance, String userId, Input body) {
        secret(body).ifPresent(secret -> apps.adopt(instance, userId, secret));
        if (!codes(body).isEmpty()) {
            codes.adopt(instance, userId, codes(body));
        }
    }

    private static Optional<String> secret(Input body) {
        return body.text("totp_secret").filter(secret -> !secret.isBlank());
    }

    private static List<String> codes(Input body) {
        return body.list("backup_codes");
    }

    private static void require(boolean enabled, String name) {
        if (!enabled) {
            throw CommonProblem.FORM_PARAM_UNKNOWN.refusal(name).saying(name + " is not enabled on this instance.");
        }
    }
}
