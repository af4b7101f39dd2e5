package dev.rollcall.factor;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletKind;
import dev.rollcall.wallet.WalletSignatures;
import dev.rollcall.wallet.Wallets;
import java.util.List;
import java.util.Optional;

/** What the strategies share that have one of the user's wallets sign a message. */
abstract class WalletSignature implements FirstFactor {

    private final Strategy strategy;
    private final WalletSignatures signatures;
    private final VerificationService verifications;
    private final Veil veil;

    WalletSignature(Strategy strategy, WalletSignatures signatures, VerificationService verifications, Veil veil) {
        this.strategy = strategy;
        this.signatures = signatures;
        this.verifications = verifications;
        this.veil = veil;
    }

    @Override
    public Strategy strategy() {
        return strategy;
    }

    /** Where nobody may learn who is here, a wallet that was named is offered, and no other. */
    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        if (!isOn(instance)) {
            return List.of();
        }
        if (user.isVeiled()) {
            return signs(user.typed()) ? List.of(view(user.typed(), veil.walletId(instance, user.typed()))) : List.of();
        }
        return wallets(user).stream().map(w -> view(shown(w, user), w.id())).toList();
    }

    private boolean isOn(Instance instance) {
        var wallet = instance.settings().attributes().web3Wallet();
        return wallet.enabled()
                && wallet.usedForFirstFactor()
                && wallet.firstFactors().contains(strategy.wire());
    }

    private FactorView view(String safeIdentifier, String id) {
        return new FactorView(strategy.wire(), safeIdentifier, null, null, id, null, null, null, null);
    }

    private static String shown(Identified wallet, Candidate user) {
        return isTyped(wallet, user) ? user.typed() : Wallets.masked(wallet.identifier());
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        return ask(instance, user, form, Optional.empty());
    }

    @Override
    public String prepare(Caller caller, Candidate user, Input form) {
        return ask(caller.instance(), user, form, caller.request().origin());
    }

    private String ask(Instance instance, Candidate user, Input form, Optional<String> origin) {
        var named = form.text("web3_wallet_id");
        if (user.isVeiled()) {
            named.filter(id -> !id.equals(veil.walletId(instance, user.typed())))
                    .ifPresent(id -> {
                        throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("web3_wallet_id");
                    });
            return signatures.ask(instance, strategy, Wallets.address(user.typed(), "identifier"), origin);
        }
        var wallet = named.isEmpty()
                ? usual(user)
                : wallets(user).stream()
                        .filter(w -> w.id().equals(named.get()))
                        .findFirst()
                        .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("web3_wallet_id"));
        return signatures.ask(instance, strategy, wallet.identifier(), origin);
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        var addresses = user.welcome()
                ? List.of(Typed.identifier(user.typed()))
                : wallets(user).stream().map(Identified::identifier).toList();
        return signatures.judge(instance, strategy, verificationId, addresses, form.required(parameter()));
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        verifications.verified(instance, verificationId);
        return verificationId;
    }

    @Override
    public String parameter() {
        return "signature";
    }

    private List<Identified> wallets(Candidate user) {
        return user.identifications().stream()
                .filter(i -> i.type() == IdentifierType.WEB3_WALLET && i.verified() && signs(i.identifier()))
                .toList();
    }

    private boolean signs(String address) {
        return WalletKind.of(address.strip())
                .filter(kind -> kind.signsBy(strategy))
                .isPresent();
    }

    private Identified usual(Candidate user) {
        var wallets = wallets(user);
        return wallets.stream().filter(w -> isTyped(w, user)).findFirst().orElse(wallets.get(0));
    }

    private static boolean isTyped(Identified wallet, Candidate user) {
        return Identifiers.canonical(wallet.identifier()).equals(Identifiers.canonical(user.typed()));
    }
}
