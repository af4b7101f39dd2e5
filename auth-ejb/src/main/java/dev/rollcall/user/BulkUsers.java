package dev.rollcall.user;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Users by the hundred, for imports and exports: a constant number of questions, however many users. They make no news. */
@ApplicationScoped
public class BulkUsers {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** Those of the ids that users have. */
    public Set<String> ids(Instance instance, Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        rows.of(User.class, instance.id()).where("e.id in :ids").with("ids", ids).list().stream()
                                .map(User::id)
                                .toList());
    }

    /** Those of the external ids that users have. */
    public Set<String> externalIds(Instance instance, Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        rows
                                .of(User.class, instance.id())
                                .where("e.externalId in :ids")
                                .with("ids", ids)
                                .list()
                                .stream()
                                .map(User::externalId)
                                .toList());
    }

    /** Adds users, and sends them to the database, so that what names them may follow. */
    public void add(Instance instance, List<StoredUser> users) {
        for (var wanted : users) {
            var user = new User(instance.id(), wanted.id(), wanted.user(), clock.now());
            if (wanted.primaryEmailAddressId() != null) {
                user.makePrimary(IdentifierType.EMAIL_ADDRESS, wanted.primaryEmailAddressId(), clock.now());
            }
            if (wanted.primaryPhoneNumberId() != null) {
                user.makePrimary(IdentifierType.PHONE_NUMBER, wanted.primaryPhoneNumberId(), clock.now());
            }
            rows.add(user);
        }
        rows.flush();
    }

    /** The users behind one, by id. */
    public List<StoredUser> after(Instance instance, String id, int atMost) {
        return rows
                .of(User.class, instance.id())
                .where("e.id > :id")
                .with("id", id)
                .orderedBy("e.id")
                .page(atMost, 0)
                .list()
                .stream()
                .map(User::stored)
                .toList();
    }
}
