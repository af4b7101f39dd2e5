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
import dev.rollcall.session.SessionService;
import dev.rollcall.user.UserService;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Sign-in tokens: an app that knows its user already hands them one, and it lets them in once. On its way to us it is called a ticket.
 */
@Stateless
@LocalBean
@Local(TicketSource.class)
public class SignInTokens implements TicketSource {

    private static final long USUAL_SECONDS = Duration.ofDays(30).toSeconds();
    private static final long MOST_SECONDS = Duration.ofDays(3650).toSeconds();
    private static final String MARK = Prefix.SIGN_IN_TOKEN.text() + "_";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private UserService users;

    @Inject
    private AuditLog audit;

    /** Makes a token for {@code user_id}, good for {@code expires_in_seconds} or thirty days. It is shown this once. */
    public SignInTokenView create(Instance instance, Input body) {
        body.only(Set.of("user_id", "org_id", "expires_in_seconds"));
        var userId = body.required("user_id");
        SessionService.refuseOrganization(body.text("org_id"));
        long seconds = body.number("expires_in_seconds", 1, MOST_SECONDS).orElse(USUAL_SECONDS);
        users.hold(instance, userId); // refuses one that does not exist
        var secret = MARK + Secrets.token();
        var now = clock.now();
        var token =
                rows.add(new SignInToken(instance.id(), userId, Secrets.hash(secret), now, now.plusSeconds(seconds)));
        audit.record(instance.id(), act("created", token));
        return token.view(secret, Tickets.url(instance, secret));
    }

    /** Revokes a token that nobody has used yet. */
    public SignInTokenView revoke(Instance instance, String id) {
        var token =
                rows.lock(SignInToken.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (!token.isPending()) {
            var status = token.view(null, null).status();
            throw TicketProblem.SIGN_IN_TOKEN_CANNOT_BE_REVOKED_CODE
                    .refusal()
                    .saying("Sign in token cannot be revoked because its status is " + status
                            + ". Only pending tokens can be revoked.");
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
        return Pass.of(good(instance, ticket, false).userId());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void use(Instance instance, String ticket, String sessionId) {
        var token = good(instance, ticket, true);
        token.accept(clock.now());
        audit.record(instance.id(), act("accepted", token));
    }

    @Override
    public void refuseInSignUp(Instance instance, String ticket) {
        throw (named(instance, ticket, false).isPresent()
                        ? TicketProblem.SIGN_IN_TOKEN_NOT_IN_SIGN_IN_CODE
                        : TicketProblem.TICKET_INVALID_CODE)
                .refusal();
    }

    private SignInToken good(Instance instance, String ticket, boolean locked) {
        var token = named(instance, ticket, locked).orElseThrow(TicketProblem.TICKET_INVALID_CODE::refusal);
        token.trouble(clock.now()).ifPresent(trouble -> {
            throw trouble.refusal();
        });
        return token;
    }

    private Optional<SignInToken> named(Instance instance, String ticket, boolean locked) {
        var found = rows.of(SignInToken.class, instance.id())
                .where("e.tokenHash = :hash")
                .with("hash", Secrets.hash(ticket))
                .first();
        return locked ? found.flatMap(token -> rows.lock(SignInToken.class, instance.id(), token.id())) : found;
    }

    private static AuditAct act(String what, SignInToken token) {
        return AuditAct.of("sign_in_token." + what, "sign_in_token", token.id());
    }
}
