package dev.rollcall.signup;

import dev.rollcall.client.ClientRef;
import dev.rollcall.factor.Answers;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Redirects;
import dev.rollcall.verification.Destination;
import dev.rollcall.verification.EmailLinks;
import dev.rollcall.verification.LinkFlow;
import dev.rollcall.verification.PhoneChannel;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletKind;
import dev.rollcall.wallet.WalletSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How somebody who signs up proves what they claim: each strategy proves one kind of identifier. */
@ApplicationScoped
class SignUpChallenge {

    /** A strategy and what it proves. */
    record Wanted(Strategy strategy, IdentifierType type) {}

    @Inject
    private VerificationService verifications;

    @Inject
    private Answers answers;

    @Inject
    private EmailLinks links;

    @Inject
    private Redirects redirects;

    @Inject
    private WalletSignatures signatures;

    /**
     * The strategy that a request names beside its fields, if it is one that asks for a proof. A password or a ticket comes with the request:
     * there is nothing to be sent.
     */
    static Optional<Wanted> named(Instance instance, Input form) {
        return form.text("strategy")
                .filter(s -> !s.equals(Strategy.TICKET.wire()) && !s.equals(Strategy.PASSWORD.wire()))
                .map(s -> wanted(instance, s));
    }

    /** The strategy of that name, if the instance has new people prove something by it. */
    static Wanted wanted(Instance instance, String strategy) {
        var known = Strategy.of(strategy).orElseThrow(Strategy::unavailable);
        var type =
                switch (known) {
                    case EMAIL_CODE, EMAIL_LINK -> IdentifierType.EMAIL_ADDRESS;
                    case PHONE_CODE -> IdentifierType.PHONE_NUMBER;
                    case WEB3_METAMASK_SIGNATURE,
                            WEB3_BASE_SIGNATURE,
                            WEB3_COINBASE_WALLET_SIGNATURE,
                            WEB3_OKX_WALLET_SIGNATURE,
                            WEB3_SOLANA_SIGNATURE -> IdentifierType.WEB3_WALLET;
                    default -> throw Strategy.unavailable();
                };
        var attribute = type.in(instance.settings().attributes());
        if (!attribute.enabled() || !attribute.verifications().contains(strategy)) {
            throw Strategy.unavailable();
        }
        return new Wanted(known, type);
    }

    /** A link is opened and not answered. */
    static void refuseLink(Wanted wanted) {
        if (wanted.strategy() == Strategy.EMAIL_LINK) {
            throw VerificationProblem.VERIFICATION_STRATEGY_INVALID.refusal("strategy");
        }
    }

    /** Whether all is there that it takes to send it: a link must know where to lead. */
    static boolean canBeSent(Wanted wanted, SignUp signUp, Input form) {
        return signUp.identifier(wanted.type()) != null
                && (wanted.strategy() != Strategy.EMAIL_LINK
                        || form.text("redirect_url").isPresent());
    }

    /** Sends the challenge to what the sign-up claims, in the caller's transaction; answers the verification's id. */
    String send(Caller caller, ClientRef client, SignUp signUp, Wanted wanted, Input form) {
        var instance = caller.instance();
        var identifier = signUp.identifier(wanted.type());
        if (identifier == null) {
            throw Input.missing(wanted.type().wire());
        }
        if (wanted.type() == IdentifierType.WEB3_WALLET) {
            if (!WalletKind.of(identifier).orElseThrow().signsBy(wanted.strategy())) {
                throw Strategy.unavailable();
            }
            return signatures.ask(
                    instance, wanted.strategy(), identifier, caller.request().origin());
        }
        return switch (wanted.strategy()) {
            case EMAIL_LINK -> link(instance, client, signUp, identifier, form);
            case PHONE_CODE -> {
                var to = Destination.phone(identifier, PhoneChannel.wanted(instance, form));
                yield verifications.sendCode(instance, wanted.strategy(), to, null);
            }
            default -> verifications.sendCode(instance, wanted.strategy(), Destination.email(identifier), null);
        };
    }

    /** Judges an answer to it, in a transaction of its own. */
    void judge(Caller caller, Wanted wanted, String verificationId, String identifier, Input form) {
        var instance = caller.instance();
        if (wanted.type() == IdentifierType.WEB3_WALLET) {
            var signature = form.required("signature");
            signatures
                    .judge(instance, wanted.strategy(), verificationId, List.of(identifier), signature)
                    .orRefuse("signature");
        } else {
            var code = form.required("code");
            answers.judgeNewcomer(caller, identifier, () -> verifications.attempt(instance, verificationId, code))
                    .orRefuse("code");
        }
    }

    private String link(Instance instance, ClientRef client, SignUp signUp, String address, Input form) {
        var page = redirects.web(instance, form.required("redirect_url")).uri().toString();
        var id = links.send(instance, LinkFlow.SIGN_UP, address, null, page);
        links.bind(instance, id, LinkFlow.SIGN_UP, signUp.id(), client.id());
        return id;
    }
}
