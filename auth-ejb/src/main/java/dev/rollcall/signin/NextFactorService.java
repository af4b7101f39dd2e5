package dev.rollcall.signin;

import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Transactions;
import dev.rollcall.factor.Answers;
import dev.rollcall.factor.Candidate;
import dev.rollcall.factor.Factor;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** The factor that a sign-in asks for besides the first one: the user's second factor, or that an unknown device can be trusted. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NextFactorService {

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    @Inject
    private ClientService clients;

    @Inject
    private SignIns signIns;

    @Inject
    private SignInViews views;

    @Inject
    private FirstFactors firstFactors;

    @Inject
    private Answers answers;

    @Inject
    private RateLimits limits;

    /** Sends its challenge ({@code prepareSignInFactorTwo}). */
    public SignInView prepare(Caller caller, String signInId, Input form) {
        var strategy = form.required("strategy");
        var asked = transactions.required(() -> asked(caller, signInId, strategy));
        limits.takeNamed(caller, Limit.CODE, Identifiers.canonical(asked.user().typed()));
        return transactions.required(() -> {
            var signIn = signIns.own(clients.require(caller), signInId, true);
            var now = asked(caller, signIn, strategy);
            signIn.challengeNext(now.factor().prepare(caller, now.user(), form), clock.now());
            return views.of(caller.instance(), signIn);
        });
    }

    /** Answers it. A sign-in that becomes complete leaves with a session ({@code attemptSignInFactorTwo}). */
    public SignInView attempt(Caller caller, String signInId, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.ATTEMPT);
        var asked = transactions.required(() -> challenged(caller, signInId, form.required("strategy")));
        answers.judge(instance, asked.user().userId(), Optional.of(asked.clientId()), () -> asked.factor()
                        .attempt(instance, asked.user(), asked.verificationId(), form))
                .orRefuse(asked.factor().parameter());
        return transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            return verified(caller, signIns.own(client, signInId, true), asked);
        });
    }

    /** What an attempt needs to know before it is judged. */
    private record Asked(String clientId, SignInStatus status, Candidate user, Factor factor, String verificationId) {}

    private Asked asked(Caller caller, String signInId, String strategy) {
        return asked(caller, signIns.own(clients.require(caller), signInId, false), strategy);
    }

    private Asked asked(Caller caller, SignIn signIn, String strategy) {
        var status = signIn.statusAt(clock.now());
        var factors = views.next(status);
        var user = firstFactors.known(caller.instance(), signIn.userId(), signIn.identifier());
        var factor = factors.require(caller.instance(), user, strategy);
        return new Asked(signIn.clientId(), status, user, factor, signIn.secondFactorVerificationId());
    }

    private Asked challenged(Caller caller, String signInId, String strategy) {
        var asked = asked(caller, signInId, strategy);
        if (Strategy.of(strategy).filter(Strategy::sendsSomething).isPresent()) {
            views.verification(caller.instance(), asked.verificationId())
                    .filter(v -> v.strategy().equals(strategy))
                    .orElseThrow(VerificationProblem.VERIFICATION_MISSING::refusal);
        }
        return asked;
    }

    private SignInView verified(Caller caller, SignIn signIn, Asked asked) {
        if (signIn.statusAt(clock.now()) != asked.status()) { // another answer was faster
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        var instance = caller.instance();
        signIn.nextFactorVerified(asked.factor().passed(instance, asked.verificationId()), clock.now());
        var first = views.verification(instance, signIn.firstFactorVerificationId())
                .flatMap(v -> Strategy.of(v.strategy()))
                .orElse(Strategy.PASSWORD);
        return signIns.shown(caller, signIn, first, asked.status() == SignInStatus.NEEDS_SECOND_FACTOR);
    }
}
