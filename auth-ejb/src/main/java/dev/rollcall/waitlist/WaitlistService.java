package dev.rollcall.waitlist;

import dev.rollcall.data.Transactions;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.restriction.Restrictions;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The waitlist as newcomers see it. Nobody learns by it who is on it, or who has an account. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitlistService {

    @Inject
    private Transactions transactions;

    @Inject
    private RateLimits limits;

    @Inject
    private Restrictions restrictions;

    @Inject
    private WaitlistEntries entries;

    /** Joins the waitlist; whoever joins twice is on it once ({@code joinWaitlist}). */
    public JoinedView join(Caller caller, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.SIGN_UP);
        if (!instance.settings().signUp().mode().equals("waitlist")) {
            throw WaitlistProblem.WAITLIST_NOT_ENABLED.refusal();
        }
        var address = Identifiers.emailAddress(form.required("email_address"), "email_address");
        return transactions.required(() -> {
            restrictions.refuseAddition(instance, IdentifierType.EMAIL_ADDRESS, address);
            return new JoinedView("waitlist_entry", entries.join(instance, address));
        });
    }
}
