package dev.rollcall.signin;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.factor.Typed;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Sign-ins that have proved what nobody has: a sign-up takes over from there. */
@ApplicationScoped
public class SignInTransfer {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private ClientService clients;

    @Inject
    private VerificationService verifications;

    /** What was proved, and by which verification. */
    public record Proved(IdentifierType type, String identifier, String verificationId) {}

    /** Takes over what the client's sign-in has proved, in the transaction that makes a sign-up of it; once. The client is locked. */
    public Proved take(ClientRef client) {
        var signIn = Optional.ofNullable(clients.facts(client).signInId())
                .flatMap(id -> rows.lock(SignIn.class, client.instanceId(), id))
                .filter(found -> found.clientId().equals(client.id()) && isTransferable(found))
                .orElseThrow(SignInProblem.ACCOUNT_TRANSFER_INVALID::refusal);
        signIn.transferred(clock.now());
        clients.attachSignIn(client, null);
        var typed = signIn.identifier();
        return new Proved(Typed.kind(typed), Typed.identifier(typed), signIn.firstFactorVerificationId());
    }

    private boolean isTransferable(SignIn signIn) {
        return signIn.isNewcomers()
                && signIn.statusAt(clock.now()) == SignInStatus.NEEDS_FIRST_FACTOR
                && verifications
                        .view(signIn.instanceId(), signIn.firstFactorVerificationId())
                        .filter(verification -> verification.status().equals("verified"))
                        .isPresent();
    }
}
