package dev.rollcall.backend;

import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.page.DeletedView;
import dev.rollcall.passkey.PasskeyService;
import dev.rollcall.user.Notices;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserWallets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What an app's server may do with the passkeys and wallets of its users. */
@Stateless
public class UserKeysAdmin {

    @Inject
    private UserService users;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private UserWallets wallets;

    @Inject
    private Notices notices;

    /** Takes a passkey away, and tells the user. */
    public DeletedView deletePasskey(Instance instance, String userId, String passkeyId) {
        users.hold(instance, userId);
        var name = passkeys.remove(instance, userId, passkeyId);
        notices.tell(
                instance,
                userId,
                "passkey_removed",
                Json.createObjectBuilder().add("passkey_name", name).build());
        return DeletedView.of("passkey", passkeyId);
    }

    /** Takes a wallet away; the last proved identification stays. */
    public DeletedView deleteWallet(Instance instance, String userId, String walletId) {
        wallets.remove(instance, userId, walletId);
        return DeletedView.of("web3_wallet", walletId);
    }
}
