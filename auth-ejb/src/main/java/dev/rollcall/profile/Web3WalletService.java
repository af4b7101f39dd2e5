package dev.rollcall.profile;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Web3WalletView;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.restriction.Restrictions;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.SessionService;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserWallets;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletKind;
import dev.rollcall.wallet.WalletSignatures;
import dev.rollcall.wallet.Wallets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;

/** The wallets of signed-in people, added and proved by themselves. */
@Stateless
public class Web3WalletService {

    @Inject
    private Restrictions restrictions;

    @Inject
    private Transactions transactions;

    @Inject
    private SessionService sessions;

    @Inject
    private StepUp stepUp;

    @Inject
    private UserService users;

    @Inject
    private UserWallets wallets;

    @Inject
    private OwnNames names;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private WalletSignatures signatures;

    @Inject
    private RateLimits limits;

    /** All wallets of the user, oldest first ({@code getWeb3Wallets}). */
    public List<Web3WalletView> list(Caller caller) {
        return users.view(caller.instance(), sessions.current(caller).userId()).web3Wallets();
    }

    /** Claims a wallet that is yet to be proved ({@code postWeb3Wallets}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Web3WalletView create(Caller caller, Input form) {
        var userId = transactions.required(() -> sessions.current(caller).userId());
        limits.take(caller, Limit.USER_CHANGE, userId); // it says whether the wallet is taken
        return transactions.required(() -> created(caller, form));
    }

    private Web3WalletView created(Caller caller, Input form) {
        var userId = stepUp.sensitive(caller).userId();
        var settings = caller.instance().settings();
        if (!settings.attributes().web3Wallet().enabled()) {
            throw CommonProblem.FORM_PARAM_UNKNOWN.refusal("web3_wallet");
        }
        var address = Wallets.address(form.required("web3_wallet"), "web3_wallet");
        var type = IdentifierType.WEB3_WALLET;
        restrictions.refuseAddition(caller.instance(), type, address);
        var again = identifications.of(caller.instanceId(), List.of(userId)).stream()
                .filter(i -> i.type() == type && !i.verified() && i.identifier().equals(address))
                .findFirst(); // who gave up half way begins again
        if (again.isPresent()) {
            return view(caller.instance(), again.get());
        }
        return view(caller.instance(), names.claim(caller.instance(), userId, type, address));
    }

    /** One wallet ({@code readWeb3Wallet}). */
    public Web3WalletView get(Caller caller, String walletId) {
        return view(caller.instance(), own(caller, walletId));
    }

    /** Takes a wallet away; the last proved identification stays ({@code deleteWeb3Wallet}). */
    public DeletedView delete(Caller caller, String walletId) {
        wallets.remove(caller.instance(), stepUp.sensitive(caller).userId(), walletId);
        return DeletedView.of("web3_wallet", walletId);
    }

    /** Asks the wallet for a signature ({@code prepareWeb3WalletVerification}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Web3WalletView prepare(Caller caller, String walletId, Input form) {
        var asked = transactions.required(() -> own(caller, walletId));
        limits.takeNamed(caller, Limit.CODE, asked.identifier());
        return transactions.required(() -> prepared(caller, walletId, form));
    }

    private Web3WalletView prepared(Caller caller, String walletId, Input form) {
        var instance = caller.instance();
        var wallet = own(caller, walletId);
        var strategy = strategy(instance, wallet.identifier(), form.required("strategy"));
        if (wallet.verified()) {
            throw VerificationProblem.VERIFICATION_ALREADY_VERIFIED.refusal();
        }
        var verificationId = signatures.ask(
                instance, strategy, wallet.identifier(), caller.request().origin());
        identifications.challenged(instance.id(), wallet.userId(), wallet.id(), verificationId);
        return get(caller, walletId);
    }

    /** Takes the signature ({@code attemptWeb3WalletVerification}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Web3WalletView attempt(Caller caller, String walletId, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.ATTEMPT);
        var signature = form.required("signature");
        var asked = transactions.required(() -> own(caller, walletId));
        signatures
                .judge(
                        instance,
                        strategyOf(instance, asked),
                        asked.verificationId(),
                        List.of(asked.identifier()),
                        signature)
                .orRefuse("signature");
        return transactions.required(() -> {
            names.proved(caller, asked);
            return get(caller, walletId);
        });
    }

    private Strategy strategyOf(Instance instance, Identified wallet) {
        return verifications
                .view(instance.id(), wallet.verificationId())
                .flatMap(verification -> Strategy.of(verification.strategy()))
                .orElseThrow(VerificationProblem.VERIFICATION_MISSING::refusal);
    }

    private static Strategy strategy(Instance instance, String address, String name) {
        return Strategy.of(name)
                .filter(s -> WalletKind.of(address).orElseThrow().signsBy(s))
                .filter(s -> instance.settings()
                        .attributes()
                        .web3Wallet()
                        .verifications()
                        .contains(s.wire()))
                .orElseThrow(Strategy::unavailable);
    }

    private Identified own(Caller caller, String walletId) {
        return names.require(caller, IdentifierType.WEB3_WALLET, walletId);
    }

    private Web3WalletView view(Instance instance, Identified wallet) {
        return Web3WalletView.of(
                wallet, verifications.views(instance.id(), Collections.singletonList(wallet.verificationId())));
    }
}
