package dev.rollcall.webhook;

import dev.rollcall.data.TransactionEnd;
import dev.rollcall.identifier.IdentificationChanged;
import dev.rollcall.message.MessageWritten;
import dev.rollcall.passkey.PasskeysChanged;
import dev.rollcall.session.SessionClosed;
import dev.rollcall.session.SessionOpened;
import dev.rollcall.session.SessionPending;
import dev.rollcall.user.UserCreated;
import dev.rollcall.user.UserDeleted;
import dev.rollcall.user.UserUpdated;
import dev.rollcall.waitlist.WaitlistEntryChanged;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;

/**
 * Hears what changes, and has it told just before the transaction commits, when users have all of their addresses. An instance that tells
 * nobody costs a look into a cache.
 */
@ApplicationScoped
class Emitter {

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Teller teller;

    @Inject
    private TransactionEnd end;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Where a transaction keeps the changes of one instance. */
    private record Key(String instanceId) {}

    void heard(@Observes UserCreated news) {
        note(news.instanceId(), changes -> changes.created(news.userId()));
    }

    void heard(@Observes UserUpdated news) {
        note(news.instanceId(), changes -> changes.updated(news.userId()));
    }

    void heard(@Observes IdentificationChanged news) {
        note(news.instanceId(), changes -> changes.updated(news.userId()));
    }

    void heard(@Observes PasskeysChanged news) {
        note(news.instanceId(), changes -> changes.updated(news.userId()));
    }

    void heard(@Observes UserDeleted news) {
        note(news.instanceId(), changes -> changes.deleted(news));
    }

    void heard(@Observes SessionOpened news) {
        note(news.instanceId(), changes -> changes.opened(news));
    }

    void heard(@Observes SessionPending news) {
        note(news.instanceId(), changes -> changes.pending(news));
    }

    void heard(@Observes SessionClosed news) {
        note(news.instanceId(), changes -> changes.closed(news));
    }

    void heard(@Observes MessageWritten news) {
        note(news.instance().id(), changes -> changes.wrote(news.message()));
    }

    void heard(@Observes WaitlistEntryChanged news) {
        note(news.instanceId(), changes -> changes.waits(news));
    }

    private void note(String instanceId, Consumer<Changes> change) {
        if (subscriptions.any(instanceId)) {
            change.accept(changes(instanceId));
        }
    }

    private Changes changes(String instanceId) {
        var key = new Key(instanceId);
        if (transaction.getResource(key) instanceof Changes known) {
            return known;
        }
        var changes = new Changes();
        transaction.putResource(key, changes);
        end.add(() -> tell(instanceId, key, changes));
        return changes;
    }

    /** What changes from here on is told apart: in a transaction of many calls, each of them comes to its end. */
    private void tell(String instanceId, Key key, Changes changes) {
        transaction.putResource(key, null);
        teller.tell(instanceId, changes);
    }
}
