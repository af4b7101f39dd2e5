package dev.rollcall.restriction;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Timestamp;
import java.util.List;

/** The allow list and the block list of an instance. They act where its settings say so. */
@Stateless
public class RestrictedIdentifiers {

    private static final String UNLESS_LISTED = """
            insert into restricted_identifier (instance_id, id, kind, type, identifier, canonical, invitation_id, created_at, updated_at)
            values (?1, ?2, 'ALLOWED', ?3, ?4, ?5, ?6, ?7, ?7)
            on conflict (instance_id, kind, canonical) do nothing""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private AuditLog audit;

    /** A page of a list, newest first. */
    public Paged<RestrictedIdentifierView> list(Instance instance, ListKind kind, Input query) {
        var page = Page.of(query);
        var found = rows.of(RestrictedIdentifier.class, instance.id())
                .where("e.kind = :kind")
                .with("kind", kind)
                .orderedBy("e.createdAt desc, e.id desc")
                .page(page.limit(), page.offset());
        return new Paged<>(found.list().stream().map(RestrictedIdentifier::view).toList(), found.count());
    }

    /** All of a list, newest first. */
    public Paged<RestrictedIdentifierView> all(Instance instance, ListKind kind) {
        List<RestrictedIdentifierView> all = rows
                .of(RestrictedIdentifier.class, instance.id())
                .where("e.kind = :kind")
                .with("kind", kind)
                .orderedBy("e.createdAt desc, e.id desc")
                .list()
                .stream()
                .map(RestrictedIdentifier::view)
                .toList();
        return new Paged<>(all, all.size());
    }

    /** Puts an {@code identifier} on a list. */
    public RestrictedIdentifierView add(Instance instance, ListKind kind, String identifier) {
        var rule = Rule.of(kind, identifier);
        var row = rows.add(new RestrictedIdentifier(instance.id(), kind, rule, identifier.strip(), clock.now()));
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e)
                    ? CommonProblem.DUPLICATE_RECORD.refusal("identifier").saying("This identifier is listed already.")
                    : e;
        }
        audit.record(instance.id(), act(kind, "created", row.id()));
        return row.view();
    }

    /** Notes the invitation that has told whom an entry is about. */
    public RestrictedIdentifierView invited(Instance instance, String id, String invitationId) {
        var row = rows.lock(RestrictedIdentifier.class, instance.id(), id)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        row.invitedBy(invitationId, clock.now());
        return row.view();
    }

    /** Somebody who came by an invitation stays welcome: the address is put on the allow list, unless it is there. */
    public void keepAllowed(Instance instance, String emailAddress, String invitationId) {
        var rule = Rule.of(ListKind.ALLOWED, emailAddress);
        rows.sql(instance.id(), UNLESS_LISTED)
                .with(
                        Ids.next(ListKind.ALLOWED.prefix()),
                        rule.type().name(),
                        emailAddress,
                        rule.canonical(),
                        invitationId,
                        Timestamp.from(clock.now()))
                .run();
    }

    /** Takes an entry off its list. */
    public DeletedView remove(Instance instance, ListKind kind, String id) {
        var row = rows.lock(RestrictedIdentifier.class, instance.id(), id)
                .filter(found -> found.kind() == kind)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        rows.remove(row);
        audit.record(instance.id(), act(kind, "deleted", id));
        return DeletedView.of(kind.object(), id);
    }

    private static AuditAct act(ListKind kind, String what, String id) {
        return AuditAct.of(kind.object() + "." + what, kind.object(), id);
    }
}
