package dev.rollcall.reverification;

import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.factor.Answers;
import dev.rollcall.factor.Candidate;
import dev.rollcall.factor.Factor;
import dev.rollcall.factor.FactorView;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.factor.SecondFactors;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.CurrentSession;
import dev.rollcall.session.SessionService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has people who are signed in prove anew who they are. When all that was asked for is proved, the session's factors are fresh again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReverificationService {

    /** What clients can show here. Forgetting a password proves nothing to somebody who is signed in. */
    private static final Set<Strategy> FIRST =
            EnumSet.of(Strategy.PASSWORD, Strategy.PASSKEY, Strategy.EMAIL_CODE, Strategy.PHONE_CODE);

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private ClientService clients;

    @Inject
    private SessionService sessions;

    @Inject
    private FirstFactors firstFactors;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private VerificationService verifications;

    @Inject
    private Answers answers;

    @Inject
    private RateLimits limits;

    /** Begins one in place of whatever was under way ({@code startSessionReverification}). */
    public ReverificationState start(Caller caller, String sessionId, Input form) {
        var level = ReverificationLevel.required(form.required("level"));
        return transactions.required(() -> {
            var session = own(caller, sessionId);
            clients.lock(session.client());
            var found = rows.find(Reverification.class, session.instanceId(), session.sessionId());
            var begun = found.orElseGet(() -> new Reverification(session));
            begun.begin(level, secondFactors.areDue(caller.instance(), session.userId()), clock.now());
            if (found.isEmpty()) {
                rows.add(begun);
            }
            return state(caller.instance(), session, begun);
        });
    }

    /** Sends the challenge of a first factor ({@code prepareSessionReverificationFirstFactor}). */
    public ReverificationState prepareFirstFactor(Caller caller, String sessionId, Input form) {
        return prepare(caller, sessionId, form, ReverificationStatus.NEEDS_FIRST_FACTOR);
    }

    /** Answers it ({@code attemptSessionReverificationFirstFactor}). */
    public ReverificationState attemptFirstFactor(Caller caller, String sessionId, Input form) {
        return attempt(caller, sessionId, form, ReverificationStatus.NEEDS_FIRST_FACTOR);
    }

    /** Sends the challenge of a second factor ({@code prepareSessionReverificationSecondFactor}). */
    public ReverificationState prepareSecondFactor(Caller caller, String sessionId, Input form) {
        return prepare(caller, sessionId, form, ReverificationStatus.NEEDS_SECOND_FACTOR);
    }

    /** Answers it ({@code attemptSessionReverificationSecondFactor}). */
    public ReverificationState attemptSecondFactor(Caller caller, String sessionId, Input form) {
        return attempt(caller, sessionId, form, ReverificationStatus.NEEDS_SECOND_FACTOR);
    }

    /** What a step needs to know. */
    private record Asked(CurrentSession session, Candidate user, Factor factor, String verificationId) {}

    private ReverificationState prepare(Caller caller, String sessionId, Input form, ReverificationStatus wanted) {
        var strategy = form.required("strategy");
        var asked = transactions.required(() -> asked(caller, sessionId, strategy, wanted));
        limits.takeNamed(caller, Limit.CODE, Identifiers.canonical(asked.user().typed()));
        return transactions.required(() -> {
            clients.lock(asked.session().client());
            var current = asked(caller, sessionId, strategy, wanted);
            var row = underWay(current.session(), wanted);
            row.challenge(current.factor().prepare(caller, current.user(), form));
            return state(caller.instance(), current.session(), row);
        });
    }

    private ReverificationState attempt(Caller caller, String sessionId, Input form, ReverificationStatus wanted) {
        var instance = caller.instance();
        limits.take(caller, Limit.ATTEMPT);
        var asked = transactions.required(() -> challenged(caller, sessionId, form.required("strategy"), wanted));
        answers.judge(
                        instance,
                        asked.user().userId(),
                        Optional.of(asked.session().client().id()),
                        () -> asked.factor().attempt(instance, asked.user(), asked.verificationId(), form))
                .orRefuse(asked.factor().parameter());
        return transactions.required(() -> {
            clients.lock(asked.session().client());
            var session = own(caller, sessionId);
            var row = underWay(session, wanted);
            verified(instance, session, row, asked);
            return state(instance, session, row);
        });
    }

    private void verified(Instance instance, CurrentSession session, Reverification row, Asked asked) {
        boolean hasSecond = secondFactors.areDue(instance, session.userId());
        boolean first = row.status() == ReverificationStatus.NEEDS_FIRST_FACTOR;
        var step = first ? ReverificationStep.FIRST_FACTOR_VERIFIED : ReverificationStep.SECOND_FACTOR_VERIFIED;
        row.verified(step, asked.factor().passed(instance, asked.verificationId()), hasSecond);
        if (row.status() == ReverificationStatus.COMPLETE) {
            boolean provesFirst = row.firstFactorVerificationId() != null;
            boolean provesSecond = !first
                    || FirstFactors.areBothFactors(instance, asked.factor().strategy());
            if (provesFirst
                    && (provesSecond || !hasSecond)) { // half a proof would let one guess at the other half for ever
                answers.forgive(instance, session.userId());
            }
            sessions.reverified(session, provesFirst, provesSecond);
        }
    }

    private Asked asked(Caller caller, String sessionId, String strategy, ReverificationStatus wanted) {
        var instance = caller.instance();
        var session = own(caller, sessionId);
        var row = underWay(session, wanted);
        var user = firstFactors.known(instance, session.userId());
        boolean first = wanted == ReverificationStatus.NEEDS_FIRST_FACTOR;
        var factor = first ? firstFactor(instance, user, strategy) : secondFactors.require(instance, user, strategy);
        var verificationId = first ? row.firstFactorVerificationId() : row.secondFactorVerificationId();
        return new Asked(session, user, factor, verificationId);
    }

    private Asked challenged(Caller caller, String sessionId, String strategy, ReverificationStatus wanted) {
        var asked = asked(caller, sessionId, strategy, wanted);
        if (Strategy.of(strategy).filter(Strategy::sendsSomething).isPresent()) {
            verifications
                    .view(caller.instanceId(), asked.verificationId())
                    .filter(v -> v.strategy().equals(strategy))
                    .orElseThrow(VerificationProblem.VERIFICATION_MISSING::refusal);
        }
        return asked;
    }

    private Factor firstFactor(Instance instance, Candidate user, String strategy) {
        if (!isFirst(strategy)) {
            throw VerificationProblem.STRATEGY_FOR_USER_INVALID.refusal("strategy");
        }
        return firstFactors.require(instance, user, strategy);
    }

    private Reverification underWay(CurrentSession session, ReverificationStatus wanted) {
        return rows.find(Reverification.class, session.instanceId(), session.sessionId())
                .filter(row -> row.status() == wanted && !row.isOverAt(clock.now()))
                .orElseThrow(ReverificationProblem.REVERIFICATION_STEP_NOT_ALLOWED::refusal);
    }

    private CurrentSession own(Caller caller, String sessionId) {
        return sessions.current(caller.about(sessionId));
    }

    private ReverificationState state(Instance instance, CurrentSession session, Reverification row) {
        var user = firstFactors.known(instance, session.userId());
        var instanceId = instance.id();
        return new ReverificationState(
                session.sessionId(),
                row.status(),
                row.level(),
                row.status() == ReverificationStatus.NEEDS_FIRST_FACTOR ? offered(instance, user) : null,
                row.status() == ReverificationStatus.NEEDS_SECOND_FACTOR ? secondFactors.offered(instance, user) : null,
                verifications.view(instanceId, row.firstFactorVerificationId()).orElse(null),
                verifications.view(instanceId, row.secondFactorVerificationId()).orElse(null));
    }

    private List<FactorView> offered(Instance instance, Candidate user) {
        return firstFactors.offered(instance, user).stream()
                .filter(view -> isFirst(view.strategy()))
                .toList();
    }

    private static boolean isFirst(String strategy) {
        return Strategy.of(strategy).filter(FIRST::contains).isPresent();
    }
}
