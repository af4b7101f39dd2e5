package dev.rollcall.webhook;

import dev.rollcall.message.MessageView;
import dev.rollcall.session.SessionClosed;
import dev.rollcall.session.SessionOpened;
import dev.rollcall.session.SessionPending;
import dev.rollcall.session.SessionStatus;
import dev.rollcall.user.UserDeleted;
import dev.rollcall.waitlist.WaitlistEntryChanged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one transaction has changed of an instance so far. A user who is created and changed is created, one who is deleted is deleted,
 * whatever happened before.
 */
final class Changes {

    /** What became of a user. */
    enum Fate {
        CREATED,
        UPDATED,
        DELETED
    }

    /** What became of a session, by the name of the event that tells of it. */
    record SessionChange(String type, String sessionId, String userId) {}

    private final Map<String, Fate> users = new LinkedHashMap<>();
    private final Map<String, UserDeleted> deletions = new LinkedHashMap<>();
    private final List<SessionChange> sessions = new ArrayList<>();
    private final List<MessageView> messages = new ArrayList<>();
    private final List<WaitlistEntryChanged> waiting = new ArrayList<>();

    void created(String userId) {
        users.put(userId, Fate.CREATED);
    }

    void updated(String userId) {
        users.putIfAbsent(userId, Fate.UPDATED);
    }

    void deleted(UserDeleted deletion) {
        users.put(deletion.userId(), Fate.DELETED);
        deletions.put(deletion.userId(), deletion);
    }

    void opened(SessionOpened session) {
        sessions.add(new SessionChange("session.created", session.sessionId(), session.userId()));
    }

    void pending(SessionPending session) {
        sessions.add(new SessionChange("session.pending", session.sessionId(), session.userId()));
    }

    void closed(SessionClosed session) {
        typeOf(session.status())
                .ifPresent(type -> sessions.add(new SessionChange(type, session.sessionId(), session.userId())));
    }

    void wrote(MessageView message) {
        messages.add(message);
    }

    Map<String, Fate> users() {
        return users;
    }

    Optional<UserDeleted> deletion(String userId) {
        return Optional.ofNullable(deletions.get(userId));
    }

    /** Those whose user is still there. */
    List<SessionChange> sessions() {
        return sessions.stream().filter(s -> !deletions.containsKey(s.userId())).toList();
    }

    void waits(WaitlistEntryChanged entry) {
        waiting.add(entry);
    }

    List<WaitlistEntryChanged> waiting() {
        return waiting;
    }

    List<MessageView> messages() {
        return messages;
    }

    /** A session that another one replaced at its client is gone from there: receivers know that as removed. */
    private static Optional<String> typeOf(SessionStatus status) {
        return switch (status) {
            case ENDED -> Optional.of("session.ended");
            case REMOVED, REPLACED -> Optional.of("session.removed");
            case REVOKED -> Optional.of("session.revoked");
            case ACTIVE, PENDING, EXPIRED, ABANDONED -> Optional.empty();
        };
    }
}
