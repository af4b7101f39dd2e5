package dev.rollcall.waitlist;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.invitation.InvitationForm;
import dev.rollcall.invitation.InvitationView;
import dev.rollcall.invitation.Invitations;
import dev.rollcall.message.Messages;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The waitlist as the Backend API has it. An address is on it once; whoever adds it again gets what is there. */
@Stateless
public class WaitlistEntries {

    private static final int MOST_AT_ONCE = 50;
    private static final String UNLESS_THERE = """
            insert into waitlist_entry (instance_id, id, email_address, canonical, status, created_at, updated_at)
            values (?1, ?2, ?3, ?4, 'PENDING', ?5, ?5)
            on conflict (instance_id, canonical) do nothing""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Invitations invitations;

    @Inject
    private Messages messages;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<WaitlistEntryChanged> news;

    /** Puts an {@code email_address} on the waitlist, with a word to it unless {@code notify} is false. */
    public WaitlistEntryView create(Instance instance, Input body) {
        body.only(Set.of("email_address", "notify"));
        var address = Identifiers.emailAddress(body.required("email_address"), "email_address");
        var entry = add(instance, Ids.next(Prefix.WAITLIST_ENTRY), address, body.flag("notify", true));
        audit.record(instance.id(), AuditAct.of("waitlist_entry.created", "waitlist_entry", entry.id()));
        return entry;
    }

    /** The same for several, all of them or none. */
    public List<WaitlistEntryView> createAll(Instance instance, List<Input> bodies) {
        if (bodies.isEmpty() || bodies.size() > MOST_AT_ONCE) {
            throw CommonProblem.REQUEST_BODY_INVALID
                    .refusal()
                    .saying("Between 1 and " + MOST_AT_ONCE + " entries can be made at once.");
        }
        var seen = new HashSet<String>();
        bodies.stream()
                .map(body -> Identifiers.canonical(body.required("email_address")))
                .filter(address -> !seen.add(address))
                .findFirst()
                .ifPresent(twice -> {
                    throw CommonProblem.DUPLICATE_RECORD
                            .refusal("email_address")
                            .saying("Each address can be there once.");
                });
        return bodies.stream().map(body -> create(instance, body)).toList();
    }

    /** Who waits, newest first unless {@code order_by} says otherwise; {@code query} and {@code status} narrow the list. */
    public Paged<WaitlistEntryView> list(Instance instance, Input query) {
        var wanted = WaitlistQuery.of(query);
        var found = wanted.page(rows.of(WaitlistEntry.class, instance.id())).list();
        var invited = invitations
                .views(
                        instance,
                        found.stream()
                                .map(WaitlistEntry::invitationId)
                                .filter(Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toMap(InvitationView::id, Function.identity()));
        return new Paged<>(
                found.stream()
                        .map(entry ->
                                entry.view(entry.invitationId() == null ? null : invited.get(entry.invitationId())))
                        .toList(),
                wanted.narrowed(rows.of(WaitlistEntry.class, instance.id())).count());
    }

    /** There is a place: writes an invitation, with which this address can sign up. */
    public WaitlistEntryView invite(Instance instance, String id, Input body) {
        body.only(Set.of("ignore_existing"));
        var entry = lockWithInvitation(instance, id);
        var form = InvitationForm.ofWaiting(entry.emailAddress(), body.flag("ignore_existing", false));
        var invitation = invitations.create(instance, form);
        if (entry.isInvited()) { // only the latest one can be taken back by turning its owner away
            invitations.revokeOpen(instance, entry.invitationId());
        }
        entry.invite(invitation.id(), clock.now());
        return changed(instance, entry, "invited");
    }

    /** Turns somebody away; an invitation that they were sent is good for nothing from now on. */
    public WaitlistEntryView reject(Instance instance, String id) {
        var entry = lockWithInvitation(instance, id);
        boolean wasInvited = entry.isInvited();
        entry.reject(clock.now());
        if (wasInvited) {
            invitations.revokeOpen(instance, entry.invitationId());
        }
        return changed(instance, entry, "rejected");
    }

    /** Takes somebody off the list who still waits. */
    public DeletedView delete(Instance instance, String id) {
        var entry = lock(instance, id);
        entry.refuseUnlessPending();
        rows.remove(entry);
        audit.record(instance.id(), AuditAct.of("waitlist_entry.deleted", "waitlist_entry", id));
        return DeletedView.of("waitlist_entry", id);
    }

    /**
     * Puts an address that was checked before on the waitlist, for somebody who is not to learn whether it was there: the id that is
     * answered is always a fresh one, for ids tell when they were made. It is the entry's if there was none.
     */
    public String join(Instance instance, String address) {
        var id = Ids.next(Prefix.WAITLIST_ENTRY);
        add(instance, id, address, true);
        return id;
    }

    private WaitlistEntryView add(Instance instance, String id, String address, boolean notify) {
        var canonical = Identifiers.canonical(address);
        boolean isNew = rows.sql(instance.id(), UNLESS_THERE)
                        .with(id, address, canonical, Timestamp.from(clock.now()))
                        .run()
                > 0;
        var entry = rows.of(WaitlistEntry.class, instance.id())
                .where("e.canonical = :canonical")
                .with("canonical", canonical)
                .first()
                .orElseThrow(CommonProblem.SERVICE_UNAVAILABLE::refusal); // deleted this very moment
        if (isNew) {
            news.fire(new WaitlistEntryChanged(instance.id(), view(instance, entry), true));
            if (notify) {
                messages.email(instance, "waitlist_confirmation", address, null, JsonObject.EMPTY_JSON_OBJECT);
            }
        }
        return view(instance, entry);
    }

    private WaitlistEntryView changed(Instance instance, WaitlistEntry entry, String what) {
        audit.record(instance.id(), AuditAct.of("waitlist_entry." + what, "waitlist_entry", entry.id()));
        rows.flush();
        var view = view(instance, entry);
        news.fire(new WaitlistEntryChanged(instance.id(), view, false));
        return view;
    }

    private WaitlistEntryView view(Instance instance, WaitlistEntry entry) {
        return entry.view(
                entry.invitationId() == null
                        ? null
                        : invitations.views(instance, List.of(entry.invitationId())).stream()
                                .findFirst()
                                .orElse(null));
    }

    /** The invitation first, as whoever takes one up locks them: else each would wait for the other. */
    private WaitlistEntry lockWithInvitation(Instance instance, String id) {
        rows.find(WaitlistEntry.class, instance.id(), id)
                .map(WaitlistEntry::invitationId)
                .ifPresent(invitation -> invitations.hold(instance, invitation));
        return lock(instance, id);
    }

    private WaitlistEntry lock(Instance instance, String id) {
        return rows.lock(WaitlistEntry.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }
}
