package dev.rollcall.session;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/**
 * What sessions wait for. It is looked at when a session begins and again when something was done; a session that has begun is not held up
 * by what an instance thinks of later.
 */
@ApplicationScoped
public class SessionTasks {

    @Inject
    @Any
    private jakarta.enterprise.inject.Instance<TaskRule> rules;

    @Inject
    private SessionStore sessions;

    @Inject
    private SessionEnding ending;

    @Inject
    private ClientService clients;

    @Inject
    private Clock clock;

    /** What the user has to do now, in order. */
    List<SessionTask> due(Instance instance, String userId) {
        return rules.stream()
                .filter(rule -> rule.isDue(instance, userId))
                .map(TaskRule::task)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Locks a user's clients and sessions, for whoever is about to do something that may end a task: they are locked before their user. */
    public void hold(String instanceId, String userId) {
        ending.lockAllOfUser(instanceId, userId);
    }

    /** Something was done: sessions of the user that wait for nothing any more become active. Call {@link #hold} before. */
    public void reconsider(Instance instance, String userId) {
        var waiting = sessions.liveOfUser(instance.id(), userId).stream()
                .filter(session -> session.statusAt(clock.now()) == SessionStatus.PENDING)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var due = due(instance, userId);
        for (var session : waiting) {
            session.waitOnlyFor(due, clock.now());
            if (session.statusAt(clock.now()) == SessionStatus.ACTIVE) {
                settle(session.client());
            }
        }
    }

    /** Tokens of before say pending: none may be taken for newer than the change. */
    private void settle(ClientRef client) {
        clients.signedInChanged(client, clients.facts(client).lastActiveSessionId());
    }
}
