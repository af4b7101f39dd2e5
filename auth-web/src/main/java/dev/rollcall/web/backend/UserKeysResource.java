package dev.rollcall.web.backend;

import dev.rollcall.backend.UserKeysAdmin;
import dev.rollcall.page.DeletedView;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The passkeys and wallets of an instance's users. */
@Path("/v1/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserKeysResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private UserKeysAdmin keys;

    @DELETE
    @Path("{user_id}/passkeys/{passkey_id}")
    public DeletedView userPasskeyDelete(@PathParam("user_id") String userId, @PathParam("passkey_id") String id) {
        return keys.deletePasskey(instance.get(), userId, id);
    }

    @DELETE
    @Path("{user_id}/web3_wallets/{web3_wallet_id}")
    public DeletedView userWeb3WalletDelete(
            @PathParam("user_id") String userId, @PathParam("web3_wallet_id") String id) {
        return keys.deleteWallet(instance.get(), userId, id);
    }
}
