package dev.rollcall.token;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.key.SigningKeys;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import dev.rollcall.page.Payload;
import dev.rollcall.user.UserFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes tokens after templates, in one statement about the user and one signature. Their {@code cat} tells an app's own server that they are not for it: a
 * token that was handed to another company's server must not open a session.
 */
@ApplicationScoped
class TemplateTokens {

    private static final String CATEGORY = "cl_B7d4PD222AAA";

    @Inject
    private KnownTemplates templates;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private SigningKeys keys;

    @Inject
    private UserFacts users;

    @Inject
    private Meters meters;

    /** A token of the template of this name; {@code lifetime} is in seconds and the template's own if it is empty. */
    TokenView mint(Instance instance, String name, Subject subject, Optional<String> origin, OptionalLong lifetime) {
        var template = templates.named(instance.id(), name).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        var wanted = template.claims().in(facts(instance, subject));
        var claims = claims(instance, subject, origin, template, lifetime, wanted);
        meters.count(Metered.TOKENS_MINTED, "kind", "template");
        return TokenView.of(
                template.hasOwnKey() ? own(template).sign(claims, CATEGORY) : keys.sign(instance, claims, CATEGORY));
    }

    /** Ours go on top. What of them a template may set itself, it was only allowed to with a key of its own. */
    private JsonObject claims(
            Instance instance,
            Subject subject,
            Optional<String> origin,
            JwtTemplate template,
            OptionalLong lifetime,
            JsonObject wanted) {
        long now = clock.real().getEpochSecond();
        var claims = Json.createObjectBuilder().add("iss", instance.issuer()).add("sub", subject.userId());
        wanted.forEach(claims::add);
        origin.ifPresent(azp -> claims.add("azp", azp));
        return claims.add("exp", now + lifetime.orElse(template.lifetime()))
                .add("iat", now)
                .add("jti", SessionClaims.id())
                .add("nbf", now - template.allowedClockSkew())
                .build();
    }

    /** What shortcodes stand for. */
    JsonObject facts(Instance instance, Subject subject) {
        var user = users.of(instance, subject.userId()).orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
        var session = new Payload()
                .add("id", subject.sessionId())
                .add("status", subject.status().wire())
                .add("actor", subject.actor() == null ? JsonValue.NULL : subject.actor());
        return Json.createObjectBuilder()
                .add("user", user)
                .add("session", session.build())
                .build();
    }

    private CustomKey own(JwtTemplate template) {
        var key = sealer.open(template.sealedSigningKey(), template.context());
        return CustomKey.of(template.algorithm(), key)
                .orElseThrow(() -> new IllegalStateException(template.context() + " has a key that is none"));
    }
}
