package dev.rollcall.instance;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.OneLine;
import dev.rollcall.json.Json;
import dev.rollcall.trace.Actor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes and revokes operators' tokens. Nobody hands out more than they have. */
@Stateless
public class AccessTokens {

    private static final int LONGEST_NAME = 100;
    private static final long SHORTEST_LIFE = 60;
    private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

    @Inject
    private PlatformTokenStore tokens;

    @Inject
    private Tenancies tenancies;

    @Inject
    private OperatorInstance operators;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** All tokens, the oldest first, without the tokens themselves. */
    public List<AccessTokenView> list() {
        return tokens.all().stream()
                .map(token -> AccessTokenView.of(token, null))
                .toList();
    }

    /**
     * Makes a token with some of the maker's own scopes, which ends with the maker's own token at the latest. This answer alone shows it.
     */
    public AccessTokenView create(Operator maker, Input body) {
        body.only(Set.of("name", "scopes", "expires_in_seconds"));
        var name = OneLine.checked("name", body.required("name").strip());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("name")
                    .saying("name must have between 1 and " + LONGEST_NAME + " characters.");
        }
        var scopes = scopes(body);
        if (!maker.scopes().cover(scopes)) {
            throw CommonProblem.AUTHORIZATION_INVALID
                    .refusal("scopes")
                    .saying("A token can be given no scope that its maker has not.");
        }
        var now = clock.real();
        tenancies.change();
        var parent = parent(maker);
        var expireAt =
                earlier(expiry(body, now), parent.map(PlatformToken::expireAt).orElse(null));
        var made = tokens.make(name, scopes, now, expireAt, maker(maker, parent));
        audit.record(
                null,
                AuditAct.of(
                                "platform_token.created",
                                "platform_token",
                                made.row().id())
                        .changing(
                                null,
                                Json.createObjectBuilder()
                                        .add("name", name)
                                        .add("scopes", Json.createArrayBuilder(scopes.inOrder()))
                                        .build()));
        return AccessTokenView.of(made.row(), made.raw());
    }

    /** Ends a token at once on this node, and within two seconds on others. */
    public DeletedApplicationView revoke(Operator operator, String id) {
        tenancies.change();
        var token = tokens.find(id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (!operator.scopes().cover(token.scopes())) {
            throw CommonProblem.AUTHORIZATION_INVALID
                    .refusal()
                    .saying("A token can be revoked by nobody who may do less than it.");
        }
        tokens.remove(token);
        audit.record(null, AuditAct.of("platform_token.revoked", "platform_token", id));
        return new DeletedApplicationView(true, "platform_access_token", id);
    }

    /** The token with which a token is made; empty for a person. */
    private Optional<PlatformToken> parent(Operator maker) {
        var actor = maker.actor();
        return actor.equals(Actor.platformToken(actor.id()))
                ? Optional.of(tokens.find(actor.id()).orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal))
                : Optional.empty();
    }

    private PlatformToken.Maker maker(Operator maker, Optional<PlatformToken> parent) {
        var id = maker.actor().id();
        return parent.map(token -> new PlatformToken.Maker(
                        id, token.maker().instanceId(), token.maker().userId()))
                .orElseGet(() -> new PlatformToken.Maker(
                        id, operators.find().orElseThrow().id(), id));
    }

    /** Null is never. */
    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static Scopes scopes(Input body) {
        var names = body.list("scopes");
        if (names.isEmpty()) {
            throw Input.missing("scopes");
        }
        names.stream()
                .filter(name ->
                        !name.equals(Scopes.EVERYTHING) && Scope.ofWire(name).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw CommonProblem.FORM_PARAM_VALUE_INVALID
                            .refusal("scopes")
                            .saying("scopes holds a name that is no scope.");
                });
        return new Scopes(Set.copyOf(names));
    }

    /** Null for never. */
    private static Instant expiry(Input body, Instant now) {
        var seconds = body.number("expires_in_seconds", SHORTEST_LIFE, LONGEST_LIFE);
        return seconds.isEmpty() ? null : now.plusSeconds(seconds.getAsLong());
    }
}
