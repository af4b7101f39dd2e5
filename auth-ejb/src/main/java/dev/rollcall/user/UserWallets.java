package dev.rollcall.user;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The wallets of users, one of which is the primary one. */
@ApplicationScoped
public class UserWallets {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private IdentificationService identifications;

    @Inject
    private Event<UserUpdated> updates;

    @Inject
    private AuditLog audit;

    /** Notes a verified wallet: it becomes the primary one where there is none. */
    public void gained(Instance instance, String userId, Identified wallet) {
        var user = changing(instance, userId);
        if (user.primaryWeb3WalletId() == null) {
            user.makePrimaryWallet(wallet.id(), clock.now());
        } else {
            user.touched(clock.now());
        }
    }

    /** Makes one of the user's verified wallets the primary one. */
    public void makePrimary(Instance instance, String userId, String walletId) {
        var user = changing(instance, userId);
        Optional.of(identifications.require(instance.id(), userId, walletId))
                .filter(i -> i.type() == IdentifierType.WEB3_WALLET && i.verified())
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                        .refusal("primary_web3_wallet_id")
                        .saying("Only a verified wallet can be the primary one."));
        user.makePrimaryWallet(walletId, clock.now());
        audit.record(instance.id(), AuditAct.of("user.primary_web3_wallet_changed", "user", userId));
    }

    /** Takes a wallet away; another verified one becomes primary. A user keeps at least one identification. */
    public void remove(Instance instance, String userId, String walletId) {
        var user = changing(instance, userId);
        var gone = identifications.require(instance.id(), userId, walletId);
        if (gone.type() != IdentifierType.WEB3_WALLET) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        var left = identifications.of(instance.id(), List.of(userId)).stream()
                .filter(i -> i.verified() && !i.id().equals(walletId))
                .toList();
        if (gone.verified() && left.isEmpty()) {
            throw IdentifierProblem.IDENTIFICATION_DELETION_FAILED.refusal();
        }
        identifications.remove(instance.id(), userId, walletId);
        if (walletId.equals(user.primaryWeb3WalletId())) {
            user.makePrimaryWallet(
                    left.stream()
                            .filter(i -> i.type() == IdentifierType.WEB3_WALLET)
                            .map(Identified::id)
                            .findFirst()
                            .orElse(null),
                    clock.now());
        }
        audit.record(instance.id(), AuditAct.of("user.web3_wallet_removed", "user", userId));
    }

    private User changing(Instance instance, String userId) {
        var user = rows.lock(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        updates.fire(new UserUpdated(instance.id(), userId));
        return user;
    }
}
