package dev.rollcall.backend;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionStatus;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserStanding;
import dev.rollcall.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Bans and locks users, one or many: all of a request's or none. */
@Stateless
public class UserBarring {

    private static final String IDS = "user_ids";
    private static final int MOST = 50;

    @Inject
    private UserService users;

    @Inject
    private UserStanding standing;

    @Inject
    private SessionService sessions;

    @Inject
    private Transactions transactions;

    /** Bans a user: their sessions are revoked and they sign in no more. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserView ban(Instance instance, String userId) {
        return banned(instance, List.of(userId)).get(0);
    }

    /** Bans all users of {@code user_ids}. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<UserView> banAll(Instance instance, Input body) {
        return banned(instance, ids(body));
    }

    /** Takes a user's ban away. */
    public UserView unban(Instance instance, String userId) {
        return unbanned(instance, List.of(userId)).get(0);
    }

    /** Takes the bans of all users of {@code user_ids} away. */
    public List<UserView> unbanAll(Instance instance, Input body) {
        return unbanned(instance, ids(body));
    }

    /** Locks a user: they do not sign in until somebody unlocks them; who is signed in stays so. */
    public UserView lock(Instance instance, String userId) {
        standing.lock(instance, userId);
        return users.backendView(instance, userId);
    }

    /** Takes a user's lock away. */
    public UserView unlock(Instance instance, String userId) {
        standing.unlock(instance, userId);
        return users.backendView(instance, userId);
    }

    /**
     * Sessions are locked before users, so a sign-in may slip in between the end of the sessions and the ban. It cannot after the ban:
     * what has slipped in is there to be ended a second time.
     */
    private List<UserView> banned(Instance instance, List<String> ids) {
        var views = transactions.required(() -> {
            endSessions(instance, ids);
            inOrder(ids, id -> standing.ban(instance, id));
            return users.backendViews(instance, ids);
        });
        transactions.required(() -> {
            endSessions(instance, ids);
            return null;
        });
        return views;
    }

    private List<UserView> unbanned(Instance instance, List<String> ids) {
        inOrder(ids, id -> standing.unban(instance, id));
        return users.backendViews(instance, ids);
    }

    private void endSessions(Instance instance, List<String> ids) {
        inOrder(ids, id -> sessions.endAllOfUser(instance.id(), id, null, SessionStatus.REVOKED));
    }

    /** Everybody locks several users in the order of their ids. */
    private static void inOrder(List<String> ids, Consumer<String> each) {
        ids.stream().sorted().forEach(each);
    }

    private static List<String> ids(Input body) {
        var ids = body.only(Set.of(IDS)).list(IDS).stream().distinct().toList();
        if (!body.has(IDS)) {
            throw Input.missing(IDS);
        }
        if (ids.isEmpty() || ids.size() > MOST) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(IDS)
                    .saying(IDS + " must have between 1 and " + MOST + " ids.");
        }
        return ids;
    }
}
