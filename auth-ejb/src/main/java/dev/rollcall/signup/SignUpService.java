package dev.rollcall.signup;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.NewPasswords;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.SessionService;
import dev.rollcall.signin.SignInProblem;
import dev.rollcall.signin.SignInTransfer;
import dev.rollcall.verification.EmailLink;
import dev.rollcall.verification.EmailLinks;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes new people in. A sign-up collects fields and proofs until nothing is lacking, and then becomes a user with a session. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignUpService {

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
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private EmailLinks links;

    @Inject
    private RateLimits limits;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private NewPasswords newPasswords;

    @Inject
    private SignUpChallenge challenges;

    @Inject
    private NewUsers newUsers;

    @Inject
    private SignInTransfer transfer;

    @Inject
    private SignUpViews views;

    @Inject
    private Admission admission;

    /** Begins a sign-up ({@code createSignUps}). */
    public SignUpView create(Caller caller, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.SIGN_UP);
        admission.refuseClosed(instance, form);
        var wanted = SignUpChallenge.named(instance, form);
        var fields = SignUpFields.of(instance.settings(), form);
        wanted.ifPresent(w -> countCode(caller, fields.identifier(w.type()).applyTo(null)));
        var digest = digest(instance, fields, List.of());
        return transactions.required(() -> {
            var client = clients.ensure(caller);
            refuseSignedIn(caller, client);
            clients.lock(client);
            var signUp = rows.add(new SignUp(client, clock.now()));
            clients.attachSignUp(client, signUp.id());
            if (form.flag("transfer", false)) {
                var proved = transfer.take(client);
                signUp.takeOver(proved.type(), proved.identifier(), proved.verificationId(), clock.now());
            }
            admission.welcome(instance, signUp, form);
            var filled = filled(caller, client, signUp, fields, digest);
            return challengedAtOnce(caller, client, signUp, wanted, form).orElse(filled);
        });
    }

    /** A client that names a strategy beside the fields wants what proves them sent at once; without it being asked for, nothing is sent. */
    private Optional<SignUpView> challengedAtOnce(
            Caller caller, ClientRef client, SignUp signUp, Optional<SignUpChallenge.Wanted> wanted, Input form) {
        return wanted.filter(w -> signUp.statusAt(clock.now()) == SignUpStatus.MISSING_REQUIREMENTS)
                .filter(w -> SignUpChallenge.canBeSent(w, signUp, form))
                .filter(w -> !views.proved(caller.instance(), signUp).contains(w.type()))
                .map(w -> challenged(caller, client, signUp, w, form));
    }

    private void countCode(Caller caller, String identifier) {
        if (identifier != null) {
            limits.takeNamed(caller, Limit.CODE, Identifiers.canonical(identifier));
        }
    }

    /** The sign-up, of the caller's own client. One whose last proof was a link, opened elsewhere, is complete now ({@code getSignUps}). */
    public SignUpView get(Caller caller, String signUpId) {
        var instance = caller.instance();
        var asItIs = transactions.required(() -> Optional.of(own(clients.require(caller), signUpId, false))
                .filter(signUp -> !isDue(instance, signUp))
                .map(signUp -> views.of(instance, signUp)));
        return asItIs.orElseGet(() -> transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            var signUp = own(client, signUpId, true);
            return isDue(instance, signUp) ? advanced(caller, client, signUp) : views.of(instance, signUp);
        }));
    }

    private boolean isDue(Instance instance, SignUp signUp) {
        return signUp.statusAt(clock.now()) == SignUpStatus.MISSING_REQUIREMENTS
                && views.requirements(instance, signUp).met();
    }

    /** Takes note that the link of a sign-up was opened, if it is the latest one. The client goes on by {@link #get}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void opened(Instance instance, EmailLink link) {
        rows.lock(SignUp.class, instance.id(), link.flowId())
                .filter(s -> s.statusAt(clock.now()) == SignUpStatus.MISSING_REQUIREMENTS)
                .filter(s -> link.verificationId().equals(s.verificationId(IdentifierType.EMAIL_ADDRESS)))
                .orElseThrow(VerificationProblem.VERIFICATION_EXPIRED::refusal);
        links.open(instance, link);
    }

    /** The sign-up that a client is in the middle of; empty for a null id. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<SignUpView> ofClient(Instance instance, String signUpIdOrNull) {
        return Optional.ofNullable(signUpIdOrNull)
                .flatMap(id -> rows.find(SignUp.class, instance.id(), id))
                .map(signUp -> views.of(instance, signUp));
    }

    /** Adds or changes fields; with the last one the sign-up is complete ({@code updateSignUps}). */
    public SignUpView update(Caller caller, String signUpId, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.SIGN_UP); // it says of an identifier whether it is taken, and hashes a password
        var wanted = SignUpChallenge.named(instance, form);
        var fields = SignUpFields.of(instance.settings(), form);
        var known = transactions.required(() -> Known.of(own(clients.require(caller), signUpId, false), wanted));
        wanted.ifPresent(w -> countCode(caller, fields.identifier(w.type()).applyTo(known.identifier())));
        var digest = digest(instance, fields, known.about());
        return transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            var signUp = own(client, signUpId, true);
            admission.welcome(instance, signUp, form);
            var filled = filled(caller, client, signUp, fields, digest);
            return challengedAtOnce(caller, client, signUp, wanted, form).orElse(filled);
        });
    }

    /**
     * What an update needs to know of the sign-up before it begins.
     *
     * @param identifier what a challenge would be sent to; null for nothing
     */
    private record Known(List<String> about, String identifier) {

        static Known of(SignUp signUp, Optional<SignUpChallenge.Wanted> wanted) {
            return new Known(
                    signUp.about(), wanted.map(w -> signUp.identifier(w.type())).orElse(null));
        }
    }

    /** Sends the code or the link that proves a field ({@code prepareSignUpsVerification}). */
    public SignUpView prepareVerification(Caller caller, String signUpId, Input form) {
        var wanted = SignUpChallenge.wanted(caller.instance(), form.required("strategy"));
        var claimed = transactions.required(() -> Optional.ofNullable(
                own(clients.require(caller), signUpId, false).identifier(wanted.type())));
        claimed.ifPresent(to -> limits.takeNamed(caller, Limit.CODE, Identifiers.canonical(to)));
        return transactions.required(() -> {
            var client = clients.require(caller);
            return challenged(caller, client, own(client, signUpId, true), wanted, form);
        });
    }

    private SignUpView challenged(
            Caller caller, ClientRef client, SignUp signUp, SignUpChallenge.Wanted wanted, Input form) {
        var instance = caller.instance();
        if (views.proved(instance, signUp).contains(wanted.type())) {
            throw VerificationProblem.VERIFICATION_ALREADY_VERIFIED.refusal();
        }
        signUp.challenge(wanted.type(), challenges.send(caller, client, signUp, wanted, form), clock.now());
        return views.of(instance, signUp);
    }

    private record Asked(String verificationId, String identifier) {}

    /** Answers the code or gives the signature; with the last proof the sign-up is complete ({@code attemptSignUpsVerification}). */
    public SignUpView attemptVerification(Caller caller, String signUpId, Input form) {
        var instance = caller.instance();
        var wanted = SignUpChallenge.wanted(instance, form.required("strategy"));
        SignUpChallenge.refuseLink(wanted);
        limits.take(caller, Limit.ATTEMPT);
        var asked = transactions.required(() -> {
            var signUp = own(clients.require(caller), signUpId, false);
            views.verification(instance, signUp, wanted.type())
                    .filter(sent -> sent.strategy().equals(wanted.strategy().wire()))
                    .orElseThrow(VerificationProblem.VERIFICATION_MISSING::refusal);
            return new Asked(signUp.verificationId(wanted.type()), signUp.identifier(wanted.type()));
        });
        var verificationId = asked.verificationId;
        challenges.judge(caller, wanted, verificationId, asked.identifier, form);
        return transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            var signUp = own(client, signUpId, true);
            if (!verificationId.equals(signUp.verificationId(wanted.type()))) {
                throw VerificationProblem.VERIFICATION_EXPIRED.refusal(); // the claim changed, or a newer code was sent
            }
            verifications.verified(instance, verificationId);
            return advanced(caller, client, signUp);
        });
    }

    private SignUpView filled(
            Caller caller, ClientRef client, SignUp signUp, SignUpFields fields, Optional<String> digest) {
        signUp.fill(fields, clock.now());
        digest.ifPresent(signUp::protectWith);
        admission.refuseRestricted(caller.instance(), signUp);
        for (var type : IdentifierType.PROVABLE) {
            if (!hidesWhoIsHere(caller.instance(), type)) {
                refuseTaken(caller.instance(), type, signUp.identifier(type));
            }
        }
        refuseTaken(caller.instance(), IdentifierType.USERNAME, signUp.username());
        return advanced(caller, client, signUp);
    }

    private SignUpView advanced(Caller caller, ClientRef client, SignUp signUp) {
        if (views.requirements(caller.instance(), signUp).met()) {
            refuseSignedIn(caller, client);
            admission.refuseUnwanted(caller.instance(), signUp);
            var userId = newUsers.from(caller.instance(), signUp, views.proved(caller.instance(), signUp));
            var strategy = views.strategy(caller.instance(), signUp);
            signUp.complete(userId, sessions.open(caller, client, userId, strategy), clock.now());
            admission.complete(caller.instance(), signUp);
            clients.attachSignUp(client, null);
        }
        return views.of(caller.instance(), signUp);
    }

    private Optional<String> digest(Instance instance, SignUpFields fields, List<String> known) {
        return fields.password().map(password -> {
            var about = Stream.concat(
                            known.stream(),
                            Stream.of(
                                            fields.emailAddress(),
                                            fields.phoneNumber(),
                                            fields.username(),
                                            fields.firstName(),
                                            fields.lastName())
                                    .map(c -> c.applyTo(null)))
                    .toList();
            newPasswords.check(instance, password, "password", about);
            return hasher.hash(password);
        });
    }

    private void refuseTaken(Instance instance, IdentifierType type, String identifier) {
        if (identifier != null) {
            identifications.refuseTaken(instance, type, identifier, null);
        }
    }

    /** Whether an address or a number that is taken is only refused to whoever proves to have it, at the end. */
    private static boolean hidesWhoIsHere(Instance instance, IdentifierType type) {
        var settings = instance.settings();
        return settings.protection().enumerationProtection()
                && type.in(settings.attributes()).verifyAtSignUp();
    }

    private void refuseSignedIn(Caller caller, ClientRef client) {
        boolean alone = caller.instance().settings().session().singleSessionMode();
        if (alone && !sessions.live(client).isEmpty()) {
            throw SignInProblem.SESSION_EXISTS.refusal();
        }
    }

    private SignUp own(ClientRef client, String signUpId, boolean locked) {
        var found = locked
                ? rows.lock(SignUp.class, client.instanceId(), signUpId)
                : rows.find(SignUp.class, client.instanceId(), signUpId);
        return found.filter(s -> s.clientId().equals(client.id()))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }
}
