package dev.rollcall.signin;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.Answers;
import dev.rollcall.factor.ClientTrust;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.factor.SecondFactors;
import dev.rollcall.instance.Instance;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import dev.rollcall.security.Caller;
import dev.rollcall.session.KnownClients;
import dev.rollcall.session.SessionService;
import dev.rollcall.signin.SignInStatus.Due;
import dev.rollcall.user.UserPasswords;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the steps of a sign-in have in common: finding it, what is due next, and the session at its end. */
@ApplicationScoped
class SignIns {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private ClientService clients;

    @Inject
    private SessionService sessions;

    @Inject
    private KnownClients knownClients;

    @Inject
    private UserService users;

    @Inject
    private UserPasswords passwords;

    @Inject
    private FirstFactors firstFactors;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private ClientTrust clientTrust;

    @Inject
    private Answers answers;

    @Inject
    private SignInViews views;

    @Inject
    private Meters meters;

    /** A sign-in of this client, or a refusal. */
    SignIn own(ClientRef client, String signInId, boolean locked) {
        var found = locked
                ? rows.lock(SignIn.class, client.instanceId(), signInId)
                : rows.find(SignIn.class, client.instanceId(), signInId);
        return found.filter(s -> s.clientId().equals(client.id()))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** Notes the first factor; answers what it leaves to be done, with a session if that is nothing. */
    SignInView firstFactorVerified(Caller caller, SignIn signIn, Strategy strategy, String verificationId) {
        var due = due(caller, signIn, strategy);
        signIn.firstFactorVerified(strategy, verificationId, due, clock.now());
        return shown(caller, signIn, strategy, FirstFactors.areBothFactors(caller.instance(), strategy));
    }

    /** Notes a ticket. The app's own word needs no second one; an address that somebody was invited by is one factor. */
    SignInView ticketAccepted(Caller caller, SignIn signIn, boolean vouched, String verificationId) {
        boolean asked = !vouched && secondFactors.areDue(caller.instance(), signIn.userId());
        signIn.firstFactorVerified(
                Strategy.TICKET, verificationId, asked ? Due.SECOND_FACTOR : Due.NOTHING, clock.now());
        return shown(caller, signIn, Strategy.TICKET, false);
    }

    /** Notes the ticket of somebody who acts as the user. Whoever is signed in here is no obstacle: the app's staff is meant to come. */
    void actingTicketAccepted(Caller caller, SignIn signIn, String verificationId) {
        signIn.firstFactorVerified(Strategy.TICKET, verificationId, Due.NOTHING, clock.now());
        users.refuseBarred(caller.instance(), signIn.userId());
        complete(
                caller, signIn, client -> sessions.openActing(caller, client, signIn.userId(), Strategy.TICKET.wire()));
    }

    /** Notes that a new password is set. Whoever has a second factor is still asked for it: a code by mail is one factor. */
    SignInView passwordReset(Caller caller, SignIn signIn, Strategy strategy) {
        signIn.passwordReset(
                secondFactors.areDue(caller.instance(), signIn.userId()) ? Due.SECOND_FACTOR : Due.NOTHING,
                clock.now());
        return shown(caller, signIn, strategy, false);
    }

    /** A code by mail is no right to a new password any more when the user has set one since: whoever was in the mailbox is to be kept out. */
    void refuseOutdatedReset(Instance instance, SignIn signIn) {
        if (passwords.changedSince(instance, signIn.userId(), signIn.updatedAt())) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
    }

    /** The sign-in as it is now; one that is complete is given its session. */
    SignInView shown(Caller caller, SignIn signIn, Strategy strategy, boolean withSecondFactor) {
        return signIn.isComplete()
                ? complete(caller, signIn, strategy, withSecondFactor)
                : views.of(caller.instance(), signIn);
    }

    /** Refuses somebody who is signed in at this client already, or anybody where there may be only one; answers the client. */
    Optional<ClientRef> refuseSignedIn(Caller caller, String userId) {
        var client = clients.find(caller);
        if (caller.instance().settings().session().singleSessionMode()) {
            if (client.filter(here -> !sessions.live(here).isEmpty()).isPresent()) {
                throw SignInProblem.SESSION_EXISTS.refusal();
            }
            return client;
        }
        client.map(sessions::own).orElse(List.of()).stream()
                .filter(s -> s.userId().equals(userId))
                .findFirst()
                .ifPresent(s -> {
                    throw SignInProblem.IDENTIFIER_ALREADY_SIGNED_IN.refusal().with("session_id", s.sessionId());
                });
        return client;
    }

    private SignInView complete(Caller caller, SignIn signIn, Strategy strategy, boolean withSecondFactor) {
        refuseSignedIn(caller, signIn.userId());
        users.refuseBarred(caller.instance(), signIn.userId());
        return complete(
                caller,
                signIn,
                client -> sessions.open(caller, client, signIn.userId(), strategy.wire(), withSecondFactor));
    }

    private SignInView complete(Caller caller, SignIn signIn, Function<ClientRef, String> opening) {
        var client = new ClientRef(signIn.instanceId(), signIn.clientId());
        signIn.attach(opening.apply(client));
        clients.attachSignIn(client, null);
        answers.forgive(caller.instance(), signIn.userId());
        meters.count(Metered.SIGN_INS, "outcome", "complete");
        return views.of(caller.instance(), signIn);
    }

    /** What is still asked for after a first factor. */
    private Due due(Caller caller, SignIn signIn, Strategy strategy) {
        var instance = caller.instance();
        if (FirstFactors.areBothFactors(instance, strategy)) {
            return Due.NOTHING;
        }
        if (secondFactors.areDue(instance, signIn.userId())) {
            return Due.SECOND_FACTOR;
        }
        if (!clientTrust.isOn(instance)) {
            return Due.NOTHING;
        }
        boolean known = knownClients.knows(signIn.instanceId(), signIn.userId(), signIn.clientId());
        signIn.cameFrom(known ? DeviceTrust.KNOWN : DeviceTrust.NEW);
        var user = firstFactors.known(instance, signIn.userId(), signIn.identifier());
        return !known && clientTrust.isDue(instance, user, strategy) ? Due.CLIENT_TRUST : Due.NOTHING;
    }
}
