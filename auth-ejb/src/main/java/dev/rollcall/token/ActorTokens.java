package dev.rollcall.token;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Prefix;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.session.Impersonation;
import dev.rollcall.user.UserService;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Actor tokens: somebody from the app's own staff acts as one of its users, and every token of that session says who. Revoking one that was
 * used signs its holder out.
 */
@Stateless
@LocalBean
@Local(TicketSource.class)
public class ActorTokens implements TicketSource {

    private static final long USUAL_SECONDS = Duration.ofHours(1).toSeconds();
    private static final long USUAL_SESSION_SECONDS = Duration.ofMinutes(30).toSeconds();
    private static final long MOST_SECONDS = Duration.ofDays(3650).toSeconds();
    private static final long LEAST_SESSION_SECONDS = 60;

    /** It goes into every token, and those into cookies. */
    private static final int LONGEST_ACTOR = 1024;

    private static final String MARK = Prefix.ACTOR_TOKEN.text() + "_";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private UserService users;

    @Inject
    private Impersonation impersonation;

    @Inject
    private AuditLog audit;

    /** Makes a token by which {@code actor} may act as {@code user_id}. It is shown this once. */
    public ActorTokenView create(Instance instance, Input body) {
        body.only(Set.of("user_id", "actor", "expires_in_seconds", "session_max_duration_in_seconds"));
        var userId = body.required("user_id");
        var actor = actor(body);
        long seconds = body.number("expires_in_seconds", 1, MOST_SECONDS).orElse(USUAL_SECONDS);
        long session = body.number("session_max_duration_in_seconds", LEAST_SESSION_SECONDS, MOST_SECONDS)
                .orElse(USUAL_SESSION_SECONDS);
        users.hold(instance, userId); // refuses one that does not exist
        var secret = MARK + Secrets.token();
        var now = clock.now();
        var token = rows.add(new ActorToken(
                instance.id(),
                userId,
                actor,
                Duration.ofSeconds(session),
                Secrets.hash(secret),
                now,
                now.plusSeconds(seconds)));
        audit.record(instance.id(), act("created", token).changing(null, actor));
        return token.view(secret, Tickets.url(instance, secret));
    }

    /** Revokes a token; the session that it has opened ends. */
    public ActorTokenView revoke(Instance instance, String id) {
        var opened = rows.find(ActorToken.class, instance.id(), id)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal)
                .sessionId();
        opened.ifPresent(session -> impersonation.end(instance, session)); // clients are locked first
        var token =
                rows.lock(ActorToken.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (token.isRevoked()) {
            throw TicketProblem.ACTOR_TOKEN_CANNOT_BE_REVOKED_CODE
                    .refusal()
                    .saying("Actor token cannot be revoked because its status is revoked.");
        }
        if (opened.isEmpty() && token.sessionId().isPresent()) {
            throw CommonProblem.SERVICE_UNAVAILABLE.refusal(); // it was used this very moment: asked again, we end that
        }
        token.revoke(clock.now());
        audit.record(instance.id(), act("revoked", token));
        return token.view(null, null);
    }

    @Override
    public boolean makes(String ticket) {
        return ticket.startsWith(MARK);
    }

    @Override
    public Pass read(Instance instance, String ticket) {
        return Pass.acting(good(instance, ticket, false).userId());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void use(Instance instance, String ticket, String sessionId) {
        var token = good(instance, ticket, true);
        impersonation.begin(instance, sessionId, token.actor(), token.session());
        token.accept(sessionId, clock.now());
        audit.record(instance.id(), act("accepted", token).changing(null, token.actor()));
    }

    @Override
    public void refuseInSignUp(Instance instance, String ticket) {
        throw (named(instance, ticket, false).isPresent()
                        ? TicketProblem.ACTOR_TOKEN_NOT_IN_SIGN_IN_CODE
                        : TicketProblem.TICKET_INVALID_CODE)
                .refusal();
    }

    private ActorToken good(Instance instance, String ticket, boolean locked) {
        var token = named(instance, ticket, locked).orElseThrow(TicketProblem.TICKET_INVALID_CODE::refusal);
        token.trouble(clock.now()).ifPresent(trouble -> {
            throw trouble.refusal();
        });
        return token;
    }

    private Optional<ActorToken> named(Instance instance, String ticket, boolean locked) {
        var found = rows.of(ActorToken.class, instance.id())
                .where("e.tokenHash = :hash")
                .with("hash", Secrets.hash(ticket))
                .first();
        return locked ? found.flatMap(token -> rows.lock(ActorToken.class, instance.id(), token.id())) : found;
    }

    private static JsonObject actor(Input body) {
        var actor = body.object("actor").orElseThrow(() -> Input.missing("actor"));
        if (!(actor.get("sub") instanceof JsonString sub) || sub.getString().isBlank()) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("actor")
                    .saying("actor must have a sub, the id of who acts.");
        }
        if (actor.toString().length() > LONGEST_ACTOR) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("actor")
                    .saying("actor must not exceed " + LONGEST_ACTOR + " characters.");
        }
        return actor;
    }

    private static AuditAct act(String what, ActorToken token) {
        return AuditAct.of("actor_token." + what, "actor_token", token.id());
    }
}
