package dev.rollcall.profile;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.Answers;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.session.SessionService;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What signed-in people do with their addresses, numbers and wallets alike. */
@ApplicationScoped
class OwnNames {

    @Inject
    private Transactions transactions;

    @Inject
    private Answers answers;

    @Inject
    private AuditLog audit;

    @Inject
    private SessionService sessions;

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    /** One of the current user's, of this kind; a refusal if there is none. */
    Identified require(Caller caller, IdentifierType type, String id) {
        var userId = sessions.current(caller).userId();
        var found = identifications.require(caller.instanceId(), userId, id);
        if (found.type() != type) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        return found;
    }

    /** Claims one that is yet to be proved. Under enumeration protection nothing is said of whether somebody else has it. */
    Identified claim(Instance instance, String userId, IdentifierType type, String identifier) {
        var claimed = instance.settings().protection().enumerationProtection()
                ? identifications.claimUnseen(instance, userId, type, identifier)
                : identifications.claim(instance, userId, type, identifier);
        note(instance, "created", type, claimed.id());
        return claimed;
    }

    /** Has a code judged, outside of transactions; it was asked for by {@code asked}'s challenge. */
    void judge(Caller caller, Identified asked, String code) {
        var instance = caller.instance();
        var clientId =
                transactions.required(() -> sessions.current(caller).client().id());
        answers.judge(
                        instance,
                        asked.userId(),
                        Optional.of(clientId),
                        () -> verifications.attempt(instance, asked.verificationId(), code))
                .orRefuse("code");
    }

    /** It is proved by the right answer to the challenge that it had when it was asked for, unless it has another one by now. */
    void proved(Caller caller, Identified asked) {
        var instance = caller.instance();
        users.hold(instance, asked.userId());
        var now = require(caller, asked.type(), asked.id());
        if (!asked.verificationId().equals(now.verificationId())) {
            throw VerificationProblem.VERIFICATION_EXPIRED.refusal(); // a newer challenge was sent
        }
        verifications.verified(instance, now.verificationId());
        identifications.verified(instance, now.userId(), now.id(), now.verificationId());
        gained(instance, now);
    }

    /** Notes one that has just been proved. */
    void gained(Instance instance, Identified name) {
        users.gained(instance, name.userId(), name);
        note(instance, "verified", name.type(), name.id());
    }

    /** Takes one away; the last one that names its user stays. */
    void remove(Instance instance, String userId, IdentifierType type, String id) {
        users.remove(instance, userId, type, id);
        note(instance, "deleted", type, id);
    }

    private void note(Instance instance, String what, IdentifierType type, String id) {
        audit.record(instance.id(), AuditAct.of(type.wire() + "." + what, type.wire(), id));
    }
}
