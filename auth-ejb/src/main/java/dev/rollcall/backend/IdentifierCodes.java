package dev.rollcall.backend;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Destination;
import dev.rollcall.verification.EmailLinks;
import dev.rollcall.verification.PhoneChannel;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Codes by which an app's server learns who holds an e-mail address or a phone number, for flows of its own. A code stands beside what
 * proves the identifier; no session comes of it.
 */
@Stateless
public class IdentifierCodes {

    @Inject
    private Transactions transactions;

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private VouchedIdentifiers identifiers;

    @Inject
    private EmailLinks links;

    /** Sends a code to an address or a number, verified or not. */
    public CodeView prepare(Instance instance, IdentifierType type, String identificationId) {
        var found = identifiers.require(instance, type, identificationId);
        boolean isPhone = type == IdentifierType.PHONE_NUMBER;
        var to = isPhone
                ? Destination.phone(found.identifier(), PhoneChannel.wanted(instance, Input.empty()))
                : Destination.email(found.identifier());
        var strategy = isPhone ? Strategy.PHONE_CODE : Strategy.EMAIL_CODE;
        return view(instance, verifications.sendCodeAbout(instance, strategy, found.id(), to, found.userId()));
    }

    /** Judges a code. A wrong or late one is no refusal but a status; the right one proves an identifier that is not proved yet. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CodeView attempt(Instance instance, IdentifierType type, String identificationId, Input body) {
        body.only(Set.of("verification_id", "code"));
        var id = body.required("verification_id");
        var code = body.required("code");
        transactions.required(() -> sentAbout(instance, type, identificationId, id));
        if (verifications.attempt(instance, id, code) instanceof Verdict.Refused refused) {
            if (refused.problem() == VerificationProblem.VERIFICATION_ALREADY_VERIFIED) {
                throw refused.problem().refusal();
            }
            return transactions.required(() -> view(instance, id));
        }
        return transactions.required(() -> passed(instance, type, identificationId, id));
    }

    private CodeView passed(Instance instance, IdentifierType type, String identificationId, String verificationId) {
        var userId = identifiers.require(instance, type, identificationId).userId();
        users.hold(instance, userId);
        verifications.verified(instance, verificationId);
        var found = identifications.require(instance.id(), userId, identificationId);
        if (!found.verified()) {
            identifications.verified(instance, userId, identificationId, verificationId);
            users.gained(instance, userId, found);
        }
        return view(instance, verificationId);
    }

    /** Codes that the identifier's owner asked for count as well. A link is no code. */
    private Identified sentAbout(
            Instance instance, IdentifierType type, String identificationId, String verificationId) {
        var found = identifiers.require(instance, type, identificationId);
        boolean isOwners = verificationId.equals(found.verificationId())
                && links.ofVerification(instance, verificationId).isEmpty();
        if (!isOwners && !verifications.isAbout(instance, verificationId, identificationId)) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal("verification_id");
        }
        return found;
    }

    private CodeView view(Instance instance, String verificationId) {
        return CodeView.of(
                verificationId,
                verifications
                        .view(instance.id(), verificationId)
                        .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal));
    }
}
