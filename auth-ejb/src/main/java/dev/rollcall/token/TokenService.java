package dev.rollcall.token;

import dev.rollcall.claim.ClaimTemplate;
import dev.rollcall.client.ClientFacts;
import dev.rollcall.client.ClientService;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.JsonText;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.OperatorGroups;
import dev.rollcall.json.Json;
import dev.rollcall.key.SigningKeys;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import dev.rollcall.security.Caller;
import dev.rollcall.session.SessionFacts;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionStatus;
import dev.rollcall.session.SessionUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Session tokens: short-lived, signed, verified by apps without asking us. Minting is most of the traffic, so it costs one
 * indexed statement and one signature and writes nothing. It begins no transaction, and it is no EJB: outside of a transaction
 * the server would log every refusal of an EJB as an error.
 */
@ApplicationScoped
public class TokenService {

    private static final String SUBJECT = """
            select s.user_id, s.status, s.first_factor_at, s.second_factor_at, c.updated_at, cast(s.actor as text)
              from session s
              join client c on c.instance_id = s.instance_id and c.id = s.client_id
            """;

    private static final String AND_DEV_BROWSER = """
              join dev_browser d on d.instance_id = c.instance_id and d.client_id = c.id
            """;

    private static final String LIVE = """
             where s.instance_id = ?1 and s.id = ?2
               and s.status in ('ACTIVE', 'PENDING') and s.expire_at > ?3 and s.abandon_at > ?4
            """;

    private static final String BY_ID = SUBJECT + LIVE;
    private static final String BY_CLIENT_TOKEN = SUBJECT + LIVE + " and c.token_hash = ?5 and c.cookie_expire_at > ?3";
    private static final String BY_DEV_BROWSER = SUBJECT + AND_DEV_BROWSER + LIVE + " and d.token_hash = ?5";

    private static final List<String> SERVICES = List.of("firebase");
    private static final Duration LONGEST = Duration.ofDays(3650);

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private ClientService clients;

    @Inject
    private SigningKeys keys;

    @Inject
    private SessionUse use;

    @Inject
    private TemplateTokens templates;

    @Inject
    private Meters meters;

    @Inject
    private OperatorGroups groups;

    /**
     * A fresh token of one of the caller's sessions. Whatever is wrong with the session, the refusal is 401: the browser then
     * asks who is still signed in.
     */
    public TokenView mint(Caller caller, String sessionId, Input form) {
        var instance = caller.instance();
        var subject = ownedBy(caller, sessionId).orElseThrow(() -> {
            clients.require(caller);
            return CommonProblem.AUTHENTICATION_INVALID.refusal();
        });
        SessionService.refuseOrganization(form.text("organization_id"));
        use.note(instance, sessionId, subject.userId());
        return TokenView.of(signed(instance, subject, caller.request().origin(), SessionClaims.LIFETIME));
    }

    /** A token after a template, of one of the caller's sessions. */
    public TokenView mintFromTemplate(Caller caller, String sessionId, String template) {
        var subject = ownedBy(caller, sessionId).orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
        if (subject.status() == SessionStatus.PENDING) { // such a token says nothing of it to whomever it is shown
            throw CommonProblem.AUTHORIZATION_INVALID.refusal();
        }
        use.note(caller.instance(), sessionId, subject.userId());
        return templates.mint(
                caller.instance(), template, subject, caller.request().origin(), OptionalLong.empty());
    }

    /** A token of one of the caller's sessions for a service that the instance has made a template for, by its name. */
    public TokenView mintForService(Caller caller, String sessionId, String service) {
        if (!SERVICES.contains(service)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("service")
                    .saying("service must be one of: " + String.join(", ", SERVICES));
        }
        return mintFromTemplate(caller, sessionId, "integration_" + service);
    }

    /** A token for the Backend API; {@code expires_in_seconds} may ask for another lifetime. */
    public TokenView mintFor(Instance instance, String sessionId, Input body) {
        var subject =
                subject(instance, BY_ID, sessionId, List.of()).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        return TokenView.of(signed(instance, subject, Optional.empty(), lifetime(body)));
    }

    /** A fresh token of a session for an app that has shown an old one. */
    public TokenView mintAgain(Instance instance, String sessionId, String origin) {
        var subject = subject(instance, BY_ID, sessionId, List.of())
                .orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
        use.note(instance, sessionId, subject.userId());
        return TokenView.of(signed(instance, subject, Optional.of(origin), SessionClaims.LIFETIME));
    }

    /** A token after a template, for the Backend API; {@code expires_in_seconds} may ask for another lifetime. */
    public TokenView mintForTemplate(Instance instance, String sessionId, String template, Input body) {
        var subject =
                subject(instance, BY_ID, sessionId, List.of()).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        return templates.mint(instance, template, subject, Optional.empty(), asked(body));
    }

    /** The token that goes along with a session wherever it is shown to its browser or handed to its app. */
    public TokenView tokenOf(Instance instance, SessionFacts session, ClientFacts client, Optional<String> origin) {
        return TokenView.of(signed(instance, Subject.of(session, client.updatedAt()), origin, SessionClaims.LIFETIME));
    }

    private String signed(Instance instance, Subject subject, Optional<String> origin, Duration lifetime) {
        meters.count(Metered.TOKENS_MINTED, "kind", "session");
        var claims = SessionClaims.of(instance.issuer(), subject, wanted(instance, subject), origin, clock, lifetime);
        return keys.sign(instance, claims, null);
    }

    /** What an instance wants in its session tokens besides; only then they cost one more statement. */
    private JsonObject wanted(Instance instance, Subject subject) {
        var claims = instance.settings().session().claims();
        var wanted = claims.isEmpty() ? claims : ClaimTemplate.stored(claims).in(templates.facts(instance, subject));
        return groups.of(instance, subject.userId())
                .map(of -> Json.createObjectBuilder(wanted)
                        .add("groups", Json.createArrayBuilder(of))
                        .build())
                .orElse(wanted);
    }

    private Optional<Subject> ownedBy(Caller caller, String sessionId) {
        var credential = ClientService.credential(caller);
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        var statement = credential.get().isDevBrowser() ? BY_DEV_BROWSER : BY_CLIENT_TOKEN;
        return subject(
                caller.instance(),
                statement,
                sessionId,
                List.of(Secrets.hash(credential.get().token())));
    }

    private Optional<Subject> subject(Instance instance, String statement, String sessionId, List<String> more) {
        var now = Timestamp.from(clock.now());
        return rows.sql(instance.id(), statement).with(sessionId, now, now).with(more.toArray()).list().stream()
                .findFirst()
                .map(row -> new Subject(
                        sessionId,
                        (String) row[0],
                        SessionStatus.valueOf((String) row[1]),
                        instant(row[2]),
                        instant(row[3]),
                        instant(row[4]),
                        actor(row[5])));
    }

    private static JsonObject actor(Object column) {
        return column == null ? null : JsonText.object((String) column).orElseThrow();
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    private static Duration lifetime(Input body) {
        return Duration.ofSeconds(asked(body).orElse(SessionClaims.LIFETIME.toSeconds()));
    }

    private static OptionalLong asked(Input body) {
        return body.number("expires_in_seconds", 1, LONGEST.toSeconds());
    }
}
