package dev.rollcall.signin;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.factor.Answers;
import dev.rollcall.factor.Candidate;
import dev.rollcall.factor.FirstFactor;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.factor.NewPasswords;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.invitation.InvitationProblem;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionStatus;
import dev.rollcall.session.SessionTasks;
import dev.rollcall.token.Tickets;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.EmailLink;
import dev.rollcall.verification.EmailLinks;
import dev.rollcall.verification.LinkFlow;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.verification.VerificationStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Lets people in. Answers are judged outside of transactions, because hashing a password takes long; each step around that is a
 * transaction of its own, and the last one checks again what the first one saw.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

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
    private SessionTasks tasks;

    @Inject
    private UserService users;

    @Inject
    private FirstFactors factors;

    @Inject
    private Answers answers;

    @Inject
    private RateLimits limits;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private NewPasswords newPasswords;

    @Inject
    private SignIns signIns;

    @Inject
    private SignInOrUp signInOrUp;

    @Inject
    private SignInViews views;

    @Inject
    private Tickets tickets;

    @Inject
    private VerificationService verifications;

    @Inject
    private EmailLinks links;

    /** Begins a sign-in; with a strategy it goes on at once, with a password to the end ({@code createSignIn}). */
    public SignInView create(Caller caller, Input form) {
        limits.take(caller, Limit.SIGN_IN);
        if (form.flag("transfer", false)) {
            throw SignInProblem.ACCOUNT_TRANSFER_INVALID.refusal(); // no sign-up of ours proves who a user is
        }
        var identifier = form.text("identifier");
        var strategy = form.text("strategy").or(() -> form.text("password").map(p -> Strategy.PASSWORD.wire()));
        boolean orNewcomer = SignInOrUp.isWanted(caller.instance(), form, strategy);
        identifier.ifPresent(named -> limits.takeNamed(caller, Limit.IDENTIFIER, Identifiers.canonical(named)));
        if (form.has("ticket")
                || form.text("strategy").filter(Strategy.TICKET.wire()::equals).isPresent()) {
            return transactions.required(() -> acceptTicket(caller, form.required("ticket")));
        }
        if (identifier.isEmpty()) {
            form.text("password").ifPresent(password -> {
                throw Input.missing("identifier");
            });
            return transactions.required(() -> form.text("strategy")
                    .map(wanted -> beginUnnamed(caller, wanted, form))
                    .orElseGet(() -> views.of(caller.instance(), begin(caller))));
        }
        strategy.ifPresent(wanted -> count(caller, wanted, identifier.get()));
        var named = transactions.required(() -> orNewcomer
                ? identifyOrNewcomer(caller, identifier.get(), strategy)
                : identify(caller, identifier.get()));
        var user = named.user();
        if (strategy.isEmpty()) {
            return transactions.required(() -> views.of(caller.instance(), begin(caller, user)));
        }
        var factor = factors.require(caller.instance(), user, strategy.get());
        if (factor.strategy() != Strategy.PASSWORD) {
            return transactions.required(() -> {
                var signIn = begin(caller, user);
                if (canBeSent(factor, form)) {
                    challenge(caller, signIn, factor, user, form);
                }
                return views.of(caller.instance(), signIn);
            });
        }
        answers.judge(
                        caller.instance(),
                        user.userId(),
                        named.clientId(),
                        () -> factor.attempt(caller.instance(), user, null, form))
                .orRefuse(factor.parameter());
        return transactions.required(() -> {
            var signIn = begin(caller, user);
            return verified(caller, signIn, user, factor, null);
        });
    }

    /** Whether the request says all that its challenge takes: a link that has nowhere to lead yet is sent when it is prepared. */
    private static boolean canBeSent(FirstFactor factor, Input form) {
        return factor.strategy() != Strategy.EMAIL_LINK
                || form.text("redirect_url").isPresent();
    }

    /** Counts before anybody is looked for: such a refusal comes at once, and must not tell by its time who is here. */
    private void count(Caller caller, String strategy, String identifier) {
        if (strategy.equals(Strategy.PASSWORD.wire())) {
            limits.take(caller, Limit.ATTEMPT);
        } else {
            limits.takeNamed(caller, Limit.CODE, Identifiers.canonical(identifier));
        }
    }

    /** The sign-in, of the caller's own client. One whose link was opened, here or elsewhere, goes on now ({@code getSignIn}). */
    public SignInView get(Caller caller, String signInId) {
        var instance = caller.instance();
        var asItIs = transactions.required(() -> Optional.of(own(clients.require(caller), signInId, false))
                .filter(signIn -> !isLinkOpened(instance, signIn))
                .map(signIn -> views.of(instance, signIn)));
        return asItIs.orElseGet(() -> transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            var signIn = own(client, signInId, true);
            if (!isLinkOpened(instance, signIn)) {
                return views.of(instance, signIn);
            }
            var user = candidate(instance, signIn);
            var factor = factors.require(instance, user, Strategy.EMAIL_LINK.wire());
            return verified(caller, signIn, user, factor, signIn.firstFactorVerificationId());
        }));
    }

    private boolean isLinkOpened(Instance instance, SignIn signIn) {
        return signIn.statusAt(clock.now()) == SignInStatus.NEEDS_FIRST_FACTOR
                && !signIn.isNewcomers()
                && links.ofVerification(instance, signIn.firstFactorVerificationId())
                        .filter(link -> link.status() == VerificationStatus.VERIFIED)
                        .isPresent();
    }

    /** Takes note that the link of a sign-in was opened, if it is the latest one and its user is not locked. The client goes on by {@link #get}. */
    public void opened(Instance instance, EmailLink link) {
        var user = transactions.required(() -> candidate(instance, awaiting(instance, link)));
        answers.judge(instance, user.userId(), Optional.of(link.clientId()), Verdict.Verified::new);
        transactions.required(() -> {
            awaiting(instance, link);
            links.open(instance, link);
            return null;
        });
    }

    /** Whether a link that was opened has proved an address that nobody has. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean isNewcomers(Instance instance, EmailLink link) {
        return rows.find(SignIn.class, instance.id(), link.flowId())
                .filter(SignIn::isNewcomers)
                .isPresent();
    }

    private SignIn awaiting(Instance instance, EmailLink link) {
        return rows.find(SignIn.class, instance.id(), link.flowId())
                .filter(s -> s.statusAt(clock.now()) == SignInStatus.NEEDS_FIRST_FACTOR)
                .filter(s -> link.verificationId().equals(s.firstFactorVerificationId()))
                .orElseThrow(VerificationProblem.VERIFICATION_EXPIRED::refusal);
    }

    /** The sign-in that a client is in the middle of; empty for a null id. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<SignInView> ofClient(Instance instance, String signInIdOrNull) {
        return Optional.ofNullable(signInIdOrNull)
                .flatMap(id -> rows.find(SignIn.class, instance.id(), id))
                .map(signIn -> views.of(instance, signIn));
    }

    /** Sends the challenge of a first factor ({@code prepareSignInFactorOne}). */
    public SignInView prepareFirstFactor(Caller caller, String signInId, Input form) {
        var typed = transactions.required(() -> typed(own(clients.require(caller), signInId, false)));
        limits.takeNamed(caller, Limit.CODE, Identifiers.canonical(typed));
        return transactions.required(() -> {
            var signIn = own(clients.require(caller), signInId, true);
            var user = candidate(caller.instance(), signIn);
            var factor = factors.require(caller.instance(), user, form.required("strategy"));
            challenge(caller, signIn, factor, user, form);
            return views.of(caller.instance(), signIn);
        });
    }

    private void challenge(Caller caller, SignIn signIn, FirstFactor factor, Candidate user, Input form) {
        var verificationId = factor.prepare(caller, user, form);
        signIn.challenge(verificationId, clock.now());
        if (factor.strategy() == Strategy.EMAIL_LINK) {
            links.bind(caller.instance(), verificationId, LinkFlow.SIGN_IN, signIn.id(), signIn.clientId());
        }
    }

    /** Answers the first factor. A sign-in that becomes complete leaves with a session ({@code attemptSignInFactorOne}). */
    public SignInView attemptFirstFactor(Caller caller, String signInId, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.ATTEMPT);
        var asked = transactions.required(() -> asked(caller, signInId, form));
        // whoever may be a newcomer is counted by what stands for them, or two ways in would tell who has an account
        answers.judge(instance, asked.user().userId(), Optional.of(asked.clientId()), () -> asked.factor()
                        .attempt(instance, asked.user(), asked.verificationId(), form))
                .orRefuse(asked.factor().parameter());
        if (asked.user().isNewcomer()) {
            transactions.required(() -> newcomerProved(caller, signInId, asked));
            throw SignInProblem.SIGN_UP_IF_MISSING_TRANSFER.refusal(); // what it has proved is kept for that
        }
        return transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            return verified(caller, own(client, signInId, true), asked.user(), asked.factor(), asked.verificationId());
        });
    }

    private SignInView newcomerProved(Caller caller, String signInId, Asked asked) {
        var client = clients.require(caller);
        clients.lock(client);
        var signIn = own(client, signInId, true);
        if (!asked.verificationId().equals(signIn.firstFactorVerificationId())
                || signIn.statusAt(clock.now()) != SignInStatus.NEEDS_FIRST_FACTOR) {
            throw VerificationProblem.VERIFICATION_EXPIRED.refusal(); // a newer code was sent meanwhile
        }
        asked.factor().passed(caller.instance(), asked.verificationId());
        return views.of(caller.instance(), signIn);
    }

    /** Sets a new password after the code of a reset; the sign-in is then complete ({@code resetPassword}). */
    public SignInView resetPassword(Caller caller, String signInId, Input form) {
        var instance = caller.instance();
        var password = form.required("password");
        limits.take(caller, Limit.ATTEMPT); // it is looked for among known ones, and hashed
        var user = transactions.required(() -> awaitingPassword(caller, signInId));
        newPasswords.check(
                instance,
                password,
                "password",
                user.identifications().stream().map(Identified::identifier).toList());
        var digest = hasher.hash(password);
        return transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            var signIn = own(client, signInId, true);
            tasks.hold(instance.id(), signIn.userId());
            if (form.flag("sign_out_of_other_sessions", false)) {
                sessions.endAllOfUser(
                        instance.id(), signIn.userId(), null, SessionStatus.REVOKED); // clients are locked before users
            }
            signIns.refuseOutdatedReset(instance, signIn);
            users.setPassword(instance, signIn.userId(), digest);
            tasks.reconsider(instance, signIn.userId());
            return signIns.passwordReset(caller, signIn, firstStrategy(instance, signIn));
        });
    }

    /** What an attempt needs to know before it is judged. */
    private record Asked(String clientId, Candidate user, FirstFactor factor, String verificationId) {}

    private Asked asked(Caller caller, String signInId, Input form) {
        var instance = caller.instance();
        var strategy = form.required("strategy");
        var signIn = own(clients.require(caller), signInId, false);
        if (signIn.statusAt(clock.now()) != SignInStatus.NEEDS_FIRST_FACTOR) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        var user = signIn.isNamed() ? candidate(instance, signIn) : factors.holder(instance, strategy, form);
        var factor = factors.require(instance, user, strategy);
        if (factor.strategy() != Strategy.PASSWORD) {
            views.verification(instance, signIn.firstFactorVerificationId())
                    .filter(v -> v.strategy().equals(strategy))
                    .orElseThrow(VerificationProblem.VERIFICATION_MISSING::refusal);
        }
        return new Asked(signIn.clientId(), user, factor, signIn.firstFactorVerificationId());
    }

    private Candidate awaitingPassword(Caller caller, String signInId) {
        var signIn = own(clients.require(caller), signInId, false);
        if (signIn.statusAt(clock.now()) != SignInStatus.NEEDS_NEW_PASSWORD) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        return candidate(caller.instance(), signIn);
    }

    /** Nothing but the ticket is asked for. It is used up last: a refusal before that leaves it as it was. */
    private SignInView acceptTicket(Caller caller, String ticket) {
        var instance = caller.instance();
        var pass = tickets.read(instance, ticket);
        var userId = pass.userId().orElseThrow(InvitationProblem.INVITATION_ACCOUNT_NOT_EXISTS::refusal);
        if (!pass.acting()) {
            refuseSignedIn(caller, userId);
        }
        users.refuseBarred(instance, userId);
        var signIn = begin(caller);
        var now = clock.now();
        signIn.identify(userId, factors.name(instance, userId), now);
        var passed = verifications.passed(instance, Strategy.TICKET);
        if (pass.acting()) {
            signIns.actingTicketAccepted(caller, signIn, passed);
        } else {
            signIns.ticketAccepted(caller, signIn, pass.vouched(), passed);
        }
        tickets.use(instance, ticket, signIn.createdSessionId());
        return views.of(instance, signIn);
    }

    /** Who is named, and on which client, if it is one already. */
    private record Named(Candidate user, Optional<String> clientId) {}

    private Named identify(Caller caller, String identifier) {
        var named = named(caller, factors.identify(caller.instance(), identifier));
        if (!caller.instance()
                .settings()
                .protection()
                .enumerationProtection()) { // else at the end, to whoever has proved it
            users.refuseBarred(caller.instance(), named.user().userId());
        }
        return named;
    }

    private Named identifyOrNewcomer(Caller caller, String identifier, Optional<String> strategy) {
        return named(caller, signInOrUp.identify(caller.instance(), identifier, strategy));
    }

    private Named named(Caller caller, Candidate user) {
        return new Named(user, signIns.refuseSignedIn(caller, user.userId()).map(ClientRef::id));
    }

    private void refuseSignedIn(Caller caller, String userId) {
        signIns.refuseSignedIn(caller, userId);
    }

    private SignIn begin(Caller caller) {
        var client = clients.ensure(caller);
        clients.lock(client);
        var signIn = rows.add(new SignIn(client, clock.now()));
        clients.attachSignIn(client, signIn.id());
        return signIn;
    }

    private SignInView beginUnnamed(Caller caller, String strategy, Input form) {
        var verificationId = factors.prepareUnnamed(caller, strategy, form);
        var signIn = begin(caller);
        signIn.askWithoutName(clock.now());
        signIn.challenge(verificationId, clock.now());
        return views.of(caller.instance(), signIn);
    }

    private SignIn begin(Caller caller, Candidate user) {
        var signIn = begin(caller);
        var userId = user.exists() ? user.userId() : null;
        if (user.orNewcomer()) {
            signIn.identifyOrNewcomer(userId, user.typed(), clock.now());
        } else {
            signIn.identify(userId, user.typed(), clock.now());
        }
        return signIn;
    }

    private SignInView verified(
            Caller caller, SignIn signIn, Candidate user, FirstFactor factor, String verificationId) {
        if (!signIn.isNamed()) {
            signIn.discover(user.userId(), user.typed());
        }
        var passed = factor.passed(caller.instance(), verificationId);
        return signIns.firstFactorVerified(caller, signIn, factor.strategy(), passed);
    }

    private Strategy firstStrategy(Instance instance, SignIn signIn) {
        return views.verification(instance, signIn.firstFactorVerificationId())
                .flatMap(v -> Strategy.of(v.strategy()))
                .orElseThrow(SignInProblem.SIGN_IN_STEP_NOT_ALLOWED::refusal);
    }

    private Candidate candidate(Instance instance, SignIn signIn) {
        return factors.candidate(instance, signIn.userId(), typed(signIn), signIn.mayBeNewcomers());
    }

    private static String typed(SignIn signIn) {
        if (!signIn.isNamed()) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        return signIn.identifier();
    }

    private SignIn own(ClientRef client, String signInId, boolean locked) {
        return signIns.own(client, signInId, locked);
    }
}
