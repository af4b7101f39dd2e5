package dev.rollcall.user;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** The wallets of users, one of which is the primary one. */
@ApplicationScoped
public class UserWallets {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private Event<UserUpdated> updates;

    @Inject
    private AuditLog audit;

    /** Makes one of the user's verified wallets the primary one. */
    public void makePrimary(Instance instance, String userId, String walletId) {
        var user = changing(instance, userId);
        Optional.of(identifications.require(instance.id(), userId, walletId))
                .filter(i -> i.type() == IdentifierType.WEB3_WALLET && i.verified())
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                        .refusal("primary_web3_wallet_id")
                        .saying("Only a verified wallet can be the primary one."));
        user.makePrimary(IdentifierType.WEB3_WALLET, walletId, clock.now());
        audit.record(instance.id(), AuditAct.of("user.primary_web3_wallet_changed", "user", userId));
    }

    /** Takes a wallet away; another verified one becomes primary. A user keeps at least one identification. */
    public void remove(Instance instance, String userId, String walletId) {
        users.remove(instance, userId, IdentifierType.WEB3_WALLET, walletId);
        audit.record(instance.id(), AuditAct.of("user.web3_wallet_removed", "user", userId));
    }

    private User changing(Instance instance, String userId) {
        var user = rows.lock(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        updates.fire(new UserUpdated(instance.id(), userId));
        return user;
    }
}
