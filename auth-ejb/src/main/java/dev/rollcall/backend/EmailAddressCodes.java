package dev.rollcall.backend;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Codes by which an app's server learns who holds an address, for flows of its own. A code stands beside what proves the address; no
 * session comes of it.
 */
@Stateless
public class EmailAddressCodes {

    @Inject
    private Transactions transactions;

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    /** Sends a code to an address, verified or not. */
    public CodeView prepare(Instance instance, String emailAddressId) {
        var email = require(instance, emailAddressId);
        var id = verifications.sendCodeAbout(instance, email.id(), email.identifier(), email.userId());
        return view(instance, id);
    }

    /** Judges a code. A wrong or late one is no refusal but a status; the right one proves an address that is not proved yet. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CodeView attempt(Instance instance, String emailAddressId, Input body) {
        body.only(Set.of("verification_id", "code"));
        var id = body.required("verification_id");
        var code = body.required("code");
        transactions.required(() -> sentAbout(instance, emailAddressId, id));
        if (verifications.attempt(instance, id, code) instanceof Verdict.Refused refused) {
            if (refused.problem() == VerificationProblem.VERIFICATION_ALREADY_VERIFIED) {
                throw refused.problem().refusal();
            }
            return transactions.required(() -> view(instance, id));
        }
        return transactions.required(() -> passed(instance, emailAddressId, id));
    }

    private CodeView passed(Instance instance, String emailAddressId, String verificationId) {
        var userId = require(instance, emailAddressId).userId();
        users.hold(instance, userId);
        verifications.verified(instance, verificationId);
        var email = identifications.require(instance.id(), userId, emailAddressId);
        if (!email.verified()) {
            identifications.verified(instance, userId, emailAddressId, verificationId);
            users.gained(instance, userId, email);
        }
        return view(instance, verificationId);
    }

    /** Codes that the address's owner asked for count as well. */
    private Identified sentAbout(Instance instance, String emailAddressId, String verificationId) {
        var email = require(instance, emailAddressId);
        if (!verificationId.equals(email.verificationId())
                && !verifications.isAbout(instance, verificationId, emailAddressId)) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal("verification_id");
        }
        return email;
    }

    private Identified require(Instance instance, String emailAddressId) {
        return identifications
                .find(instance, emailAddressId)
                .filter(found -> found.type() == IdentifierType.EMAIL_ADDRESS)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private CodeView view(Instance instance, String verificationId) {
        return CodeView.of(
                verificationId,
                verifications
                        .view(instance.id(), verificationId)
                        .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal));
    }
}
