package dev.rollcall.web.frontend;

import dev.rollcall.identifier.Web3WalletView;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.profile.Web3WalletService;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The user's wallets. */
@Path("/v1/me/web3_wallets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class Web3WalletsResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private Web3WalletService wallets;

    @GET
    public List<Web3WalletView> getWeb3Wallets() {
        return wallets.list(caller.get());
    }

    @POST
    public Web3WalletView postWeb3Wallets(Input form) {
        return wallets.create(caller.get(), form);
    }

    @GET
    @WithClient
    @Path("{web3_wallet_id}")
    public Web3WalletView readWeb3Wallet(@PathParam("web3_wallet_id") String id) {
        return wallets.get(caller.get(), id);
    }

    @DELETE
    @Path("{web3_wallet_id}")
    public DeletedView deleteWeb3Wallet(@PathParam("web3_wallet_id") String id) {
        return wallets.delete(caller.get(), id);
    }

    @POST
    @Path("{web3_wallet_id}/prepare_verification")
    public Web3WalletView prepareWeb3WalletVerification(@PathParam("web3_wallet_id") String id, Input form) {
        return wallets.prepare(caller.get(), id, form);
    }

    @POST
    @Path("{web3_wallet_id}/attempt_verification")
    public Web3WalletView attemptWeb3WalletVerification(@PathParam("web3_wallet_id") String id, Input form) {
        return wallets.attempt(caller.get(), id, form);
    }
}
