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
import dev.rollcall.token.SignInTokens;
import dev.rollcall.verification.Strategy;
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
    private RateLimits limits;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private NewPasswords newPasswords;

    @Inject
    private NewUsers newUsers;

    @Inject
    private SignUpViews views;

    @Inject
    private SignInTokens tickets;

    /** Begins a sign-up ({@code createSignUps}). */
    public SignUpView create(Caller caller, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.SIGN_UP);
        refuseClosed(instance);
        form.text("ticket").ifPresent(ticket -> tickets.refuseInSignUp(instance, ticket));
        form.text("strategy").filter(s -> !s.equals(Strategy.EMAIL_CODE.wire())).ifPresent(s -> {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("strategy").saying("This strategy is not available.");
        });
        var fields = SignUpFields.of(instance.settings(), form);
        var digest = digest(instance, fields, List.of());
        return transactions.required(() -> {
            refuseSignedIn(caller);
            var client = clients.ensure(caller);
            clients.lock(client);
            var signUp = rows.add(new SignUp(client, clock.now()));
            clients.attachSignUp(client, signUp.id());
            return filled(caller, client, signUp, fields, digest);
        });
    }

    /** The sign-up, of the caller's own client ({@code getSignUps}). */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public SignUpView get(Caller caller, String signUpId) {
        return views.of(caller.instance(), own(clients.require(caller), signUpId, false));
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
        var fields = SignUpFields.of(instance.settings(), form);
        var known = transactions.required(
                () -> own(clients.require(caller), signUpId, false).about());
        var digest = digest(instance, fields, known);
        return transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            return filled(caller, client, own(client, signUpId, true), fields, digest);
        });
    }

    /** Sends the code that proves a field ({@code prepareSignUpsVerification}). */
    public SignUpView prepareVerification(Caller caller, String signUpId, Input form) {
        var address = transactions.required(() -> Optional.ofNullable(
                own(clients.require(caller), signUpId, false).emailAddress()));
        requireEmailCode(caller.instance(), form);
        address.ifPresent(to -> limits.take(caller, Limit.CODE, Identifiers.canonical(to)));
        return transactions.required(() -> prepared(caller, signUpId));
    }

    private SignUpView prepared(Caller caller, String signUpId) {
        var signUp = own(clients.require(caller), signUpId, true);
        if (signUp.emailAddress() == null) {
            throw Input.missing("email_address");
        }
        refuseVerified(caller.instance(), signUp);
        signUp.challengeEmail(
                verifications.sendCode(caller.instance(), Strategy.EMAIL_CODE, signUp.emailAddress(), null),
                clock.now());
        return views.of(caller.instance(), signUp);
    }

    /** Answers the code; with the last proof the sign-up is complete ({@code attemptSignUpsVerification}). */
    public SignUpView attemptVerification(Caller caller, String signUpId, Input form) {
        var instance = caller.instance();
        requireEmailCode(instance, form);
        var code = form.required("code");
        limits.take(caller, Limit.ATTEMPT);
        var verificationId = transactions.required(
                () -> own(clients.require(caller), signUpId, false).emailVerificationId());
        verifications.attempt(instance, verificationId, code).orRefuse("code");
        return transactions.required(() -> {
            var client = clients.require(caller);
            clients.lock(client);
            var signUp = own(client, signUpId, true);
            if (!verificationId.equals(signUp.emailVerificationId())) {
                throw VerificationProblem.VERIFICATION_EXPIRED
                        .refusal(); // the address changed, or a newer code was sent
            }
            verifications.verified(instance, verificationId);
            return advanced(caller, client, signUp);
        });
    }

    private SignUpView filled(
            Caller caller, ClientRef client, SignUp signUp, SignUpFields fields, Optional<String> digest) {
        signUp.fill(fields, clock.now());
        digest.ifPresent(signUp::protectWith);
        if (!hidesWhoIsHere(caller.instance())) {
            refuseTaken(caller.instance(), IdentifierType.EMAIL_ADDRESS, signUp.emailAddress());
        }
        refuseTaken(caller.instance(), IdentifierType.USERNAME, signUp.username());
        return advanced(caller, client, signUp);
    }

    private SignUpView advanced(Caller caller, ClientRef client, SignUp signUp) {
        if (views.requirements(caller.instance(), signUp).met()) {
            refuseSignedIn(caller);
            refuseClosed(caller.instance());
            boolean emailVerified = views.emailVerified(caller.instance(), signUp);
            var userId = newUsers.from(caller.instance(), signUp, emailVerified);
            var strategy = emailVerified ? Strategy.EMAIL_CODE : Strategy.PASSWORD;
            signUp.complete(userId, sessions.open(caller, client, userId, strategy.wire()), clock.now());
            clients.attachSignUp(client, null);
        }
        return views.of(caller.instance(), signUp);
    }

    private Optional<String> digest(Instance instance, SignUpFields fields, List<String> known) {
        return fields.password().map(password -> {
            var about = Stream.concat(
                            known.stream(),
                            Stream.of(fields.emailAddress(), fields.username(), fields.firstName(), fields.lastName())
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

    /** Whether an address that is taken is only refused to whoever proves to have it, at the end. */
    private static boolean hidesWhoIsHere(Instance instance) {
        var settings = instance.settings();
        return settings.protection().enumerationProtection()
                && settings.attributes().emailAddress().verifyAtSignUp();
    }

    private void refuseVerified(Instance instance, SignUp signUp) {
        if (views.emailVerified(instance, signUp)) {
            throw VerificationProblem.VERIFICATION_ALREADY_VERIFIED.refusal();
        }
    }

    private void refuseSignedIn(Caller caller) {
        boolean signedIn = clients.find(caller)
                .map(sessions::live)
                .filter(live -> !live.isEmpty())
                .isPresent();
        if (signedIn && caller.instance().settings().session().singleSessionMode()) {
            throw SignInProblem.SESSION_EXISTS.refusal();
        }
    }

    private static void refuseClosed(Instance instance) {
        switch (instance.settings().signUp().mode()) {
            case "restricted" -> throw SignUpProblem.SIGN_UP_MODE_RESTRICTED.refusal();
            case "waitlist" -> throw SignUpProblem.SIGN_UP_RESTRICTED_WAITLIST.refusal();
            default -> {}
        }
    }

    private static void requireEmailCode(Instance instance, Input form) {
        var strategy = form.required("strategy");
        if (!strategy.equals(Strategy.EMAIL_CODE.wire())
                || !instance.settings()
                        .attributes()
                        .emailAddress()
                        .verifications()
                        .contains(strategy)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("strategy").saying("This strategy is not available.");
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
