package dev.rollcall.invitation;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.restriction.RestrictedIdentifiers;
import dev.rollcall.token.Pass;
import dev.rollcall.token.TicketProblem;
import dev.rollcall.token.TicketSource;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Invitations in the hands of those who were invited. Who has an account already signs in with the ticket, which proves the address; anybody
 * else signs up with it, and can sign up with no other address.
 */
@Stateless
@LocalBean
@Local(TicketSource.class)
public class InvitationTickets implements TicketSource {

    private static final String MARK = Prefix.INVITATION.text() + "_";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private IdentificationService identifications;

    @Inject
    private RestrictedIdentifiers lists;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<InvitationAccepted> news;

    @Override
    public boolean makes(String ticket) {
        return ticket.startsWith(MARK);
    }

    @Override
    public Pass read(Instance instance, String ticket) {
        var invitation = good(instance, ticket);
        return new Pass(
                account(instance, invitation).map(Identified::userId),
                false,
                false,
                Optional.ofNullable(invitation.redirectUrl()));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void use(Instance instance, String ticket, String sessionId) {
        var invitation = good(instance, ticket);
        var account =
                account(instance, invitation).orElseThrow(InvitationProblem.INVITATION_ACCOUNT_NOT_EXISTS::refusal);
        accept(instance, invitation.id(), account.userId());
    }

    @Override
    public void refuseInSignUp(Instance instance, String ticket) {
        refuseAccount(instance, good(instance, ticket));
    }

    /** Whom a ticket invites to sign up; a refusal where it invites nobody, or somebody who has an account. */
    public Invited invited(Instance instance, String ticket) {
        if (!makes(ticket)) {
            throw TicketProblem.TICKET_INVALID_CODE.refusal();
        }
        var invitation = good(instance, ticket);
        refuseAccount(instance, invitation);
        return new Invited(invitation.id(), invitation.emailAddress(), invitation.publicMetadata());
    }

    /** Refuses to go on with an invitation that was revoked or used, or has run out, since it was shown. */
    public void refuseSpent(Instance instance, String invitationId) {
        rows.find(Invitation.class, instance.id(), invitationId)
                .orElseThrow(TicketProblem.TICKET_INVALID_CODE::refusal)
                .refuseSpent(clock.now());
    }

    /** Uses an invitation up, in the transaction that lets the user in. Of two at once the second finds it used. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void accept(Instance instance, String invitationId, String userId) {
        var invitation = rows.lock(Invitation.class, instance.id(), invitationId)
                .orElseThrow(TicketProblem.TICKET_INVALID_CODE::refusal);
        invitation.refuseSpent(clock.now());
        invitation.accept(userId, clock.now());
        if (instance.settings().restrictions().allowlist()) {
            lists.keepAllowed(instance, invitation.emailAddress(), invitationId);
        }
        audit.record(instance.id(), Invitations.act("accepted", invitationId));
        news.fire(new InvitationAccepted(instance.id(), invitationId, userId));
    }

    private Invitation good(Instance instance, String ticket) {
        var invitation = rows.of(Invitation.class, instance.id())
                .where("e.tokenHash = :hash")
                .with("hash", Secrets.hash(ticket))
                .first()
                .orElseThrow(TicketProblem.TICKET_INVALID_CODE::refusal);
        invitation.refuseSpent(clock.now());
        return invitation;
    }

    private void refuseAccount(Instance instance, Invitation invitation) {
        if (account(instance, invitation).isPresent()) {
            throw InvitationProblem.INVITATION_ACCOUNT_EXISTS.refusal();
        }
    }

    private Optional<Identified> account(Instance instance, Invitation invitation) {
        return identifications
                .named(instance, invitation.emailAddress())
                .filter(named -> named.type() == IdentifierType.EMAIL_ADDRESS);
    }
}
