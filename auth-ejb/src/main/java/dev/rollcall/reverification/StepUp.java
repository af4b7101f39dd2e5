package dev.rollcall.reverification;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.SecondFactors;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.security.Caller;
import dev.rollcall.session.CurrentSession;
import dev.rollcall.session.SessionFacts;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks who wants to change what lets people in: a session that somebody left open, or stole, must not be enough where the instance wants
 * reverification. Staff who acts as the user never may, for it would stay in by that when it is no longer let in. Ask here instead of for
 * the current session.
 */
@ApplicationScoped
public class StepUp {

    private static final Duration FRESH = Duration.ofMinutes(10);

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    @Inject
    private SessionService sessions;

    @Inject
    private SecondFactors secondFactors;

    /** The session of somebody who wants to change what lets them in. Whoever has not finished signing in may not. */
    public CurrentSession sensitive(Caller caller) {
        var current = sessions.current(caller);
        var facts = sessions.get(caller, current.sessionId());
        if (facts.status() == SessionStatus.PENDING) {
            throw CommonProblem.AUTHORIZATION_INVALID.refusal();
        }
        return fresh(caller.instance(), current, facts);
    }

    /** The same for what a pending session may be waiting for: a new password, a second factor. */
    public CurrentSession securing(Caller caller) {
        var current = sessions.current(caller);
        return fresh(caller.instance(), current, sessions.get(caller, current.sessionId()));
    }

    private CurrentSession fresh(Instance instance, CurrentSession current, SessionFacts facts) {
        if (facts.actor() != null) {
            throw CommonProblem.AUTHORIZATION_INVALID
                    .refusal()
                    .saying("Whoever acts as a user cannot change what lets the user in.");
        }
        if (!instance.settings().session().reverification()) {
            return current;
        }
        boolean hasSecond = secondFactors.areDue(instance, current.userId());
        if (isUnderWay(current) || !isFresh(hasSecond ? facts.secondFactorAt() : facts.firstFactorAt())) {
            throw ReverificationProblem.SESSION_REVERIFICATION_REQUIRED
                    .refusal()
                    .with(
                            "reverification",
                            Json.createObjectBuilder()
                                    .add("level", ReverificationLevel.SECOND_FACTOR.wire())
                                    .add("after_minutes", FRESH.toMinutes())
                                    .build());
        }
        return current;
    }

    /** Somebody has asked for more proof than there was and has not had it: until then what was shown before does not count. */
    private boolean isUnderWay(CurrentSession current) {
        return rows.find(Reverification.class, current.instanceId(), current.sessionId())
                .filter(begun -> begun.isUnderWayAt(clock.now()))
                .isPresent();
    }

    private boolean isFresh(Instant verified) {
        return verified != null && clock.now().isBefore(verified.plus(FRESH));
    }
}
