package dev.rollcall.invitation;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.message.Messages;
import dev.rollcall.page.Paged;
import dev.rollcall.security.Redirects;
import dev.rollcall.token.Tickets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;

/** Invitations as the Backend API has them. An address has one that is pending, unless another one is asked for on purpose. */
@Stateless
public class Invitations {

    private static final int MOST_AT_ONCE = 10;
    private static final String EXPIRE = """
            update invitation set status = 'EXPIRED'
             where instance_id = ?1 and canonical = ?2 and status = 'PENDING' and expire_at <= ?3""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private IdentificationService identifications;

    @Inject
    private Redirects redirects;

    @Inject
    private Messages messages;

    @Inject
    private AuditLog audit;

    /** Invites somebody. The URL at which the invitation is accepted is shown this once. */
    public InvitationView create(Instance instance, Input body) {
        return create(instance, InvitationForm.of(instance, redirects, body));
    }

    /** The same for an address that was checked before. */
    public InvitationView create(Instance instance, InvitationForm form) {
        if (!form.ignoreExisting()) {
            refuseAccount(instance, form);
        }
        return invite(instance, form);
    }

    /** Invites several people, all of them or none. */
    public List<InvitationView> createAll(Instance instance, List<Input> bodies) {
        if (bodies.isEmpty() || bodies.size() > MOST_AT_ONCE) {
            throw CommonProblem.REQUEST_BODY_INVALID
                    .refusal()
                    .saying("Between 1 and " + MOST_AT_ONCE + " invitations can be made at once.");
        }
        var forms = bodies.stream()
                .map(body -> InvitationForm.of(instance, redirects, body))
                .toList();
        var seen = new HashSet<String>();
        forms.stream()
                .filter(form -> !seen.add(form.emailAddress()))
                .findFirst()
                .ifPresent(twice -> {
                    throw duplicate(twice);
                });
        forms.forEach(form -> refuseAccount(instance, form));
        return forms.stream().map(form -> invite(instance, form)).toList();
    }

    /** Invitations, newest first; without a {@code status} all that are not revoked. */
    public Paged<InvitationView> list(Instance instance, Input query) {
        var now = clock.now();
        var wanted = InvitationList.of(query, now);
        return new Paged<>(
                wanted.page(rows.of(Invitation.class, instance.id())).list().stream()
                        .map(invitation -> invitation.view(now, null))
                        .toList(),
                wanted.narrowed(rows.of(Invitation.class, instance.id())).count());
    }

    /** Some of them, by their ids. */
    public List<InvitationView> views(Instance instance, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows.of(Invitation.class, instance.id()).where("e.id in :ids").with("ids", ids).list().stream()
                        .map(invitation -> invitation.view(clock.now(), null))
                        .toList();
    }

    /** Revokes an invitation that nobody has accepted yet: its ticket is good for nothing from now on. */
    public InvitationView revoke(Instance instance, String id) {
        var invitation =
                rows.lock(Invitation.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        switch (invitation.statusAt(clock.now())) {
            case ACCEPTED -> throw InvitationProblem.INVITATION_ALREADY_ACCEPTED.refusal();
            case REVOKED -> throw InvitationProblem.INVITATION_ALREADY_REVOKED.refusal();
            case PENDING, EXPIRED -> invitation.revoke(clock.now());
        }
        audit.record(instance.id(), act("revoked", id));
        return invitation.view(clock.now(), null);
    }

    /** The same where it does not matter whether that is too late: one that was accepted or revoked stays as it is. */
    public void revokeOpen(Instance instance, String id) {
        var now = clock.now();
        rows.lock(Invitation.class, instance.id(), id)
                .filter(invitation -> invitation.statusAt(now) == InvitationStatus.PENDING)
                .ifPresent(invitation -> {
                    invitation.revoke(now);
                    audit.record(instance.id(), act("revoked", id));
                });
    }

    /** Keeps everybody else from taking up or revoking an invitation for the rest of the transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void hold(Instance instance, String id) {
        rows.lock(Invitation.class, instance.id(), id);
    }

    private void refuseAccount(Instance instance, InvitationForm form) {
        if (identifications.named(instance, form.emailAddress()).isPresent()) {
            throw IdentifierProblem.FORM_IDENTIFIER_EXISTS
                    .refusal("email_address")
                    .saying("That email address is taken. Please try another.");
        }
    }

    private InvitationView invite(Instance instance, InvitationForm form) {
        if (!instance.settings().attributes().emailAddress().enabled()) {
            throw InvitationProblem.INVITATIONS_NOT_SUPPORTED.refusal();
        }
        var now = clock.now();
        var canonical = Identifiers.canonical(form.emailAddress());
        rows.sql(instance.id(), EXPIRE).with(canonical, Timestamp.from(now)).run();
        if (!form.ignoreExisting() && isPending(instance, canonical)) {
            throw duplicate(form);
        }
        var secret = Prefix.INVITATION.text() + "_" + Secrets.token();
        var invitation = rows.add(new Invitation(instance.id(), form, Secrets.hash(secret), now));
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e) ? duplicate(form) : e; // somebody else has just invited them
        }
        audit.record(instance.id(), act("created", invitation.id()));
        var url = Tickets.url(instance, secret);
        if (form.notified()) {
            var data = Json.createObjectBuilder()
                    .add("action_url", url)
                    .add("expires_in_days", form.lifetime().toDays());
            messages.email(instance, form.template(), form.emailAddress(), null, data.build());
        }
        return invitation.view(now, url);
    }

    private boolean isPending(Instance instance, String canonical) {
        return rows.of(Invitation.class, instance.id())
                .where("e.canonical = :canonical and e.status = :pending")
                .with("canonical", canonical)
                .with("pending", InvitationStatus.PENDING)
                .exists();
    }

    private static Refusal duplicate(InvitationForm form) {
        return CommonProblem.DUPLICATE_RECORD
                .refusal("email_address")
                .with("email_addresses", List.of(form.emailAddress()))
                .saying("There is a pending invitation for this address already.");
    }

    static AuditAct act(String what, String id) {
        return AuditAct.of("invitation." + what, "invitation", id);
    }
}
