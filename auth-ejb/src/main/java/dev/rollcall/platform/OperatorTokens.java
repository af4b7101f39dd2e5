package dev.rollcall.platform;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.input.JsonText;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.OperatorGroups;
import dev.rollcall.instance.OperatorInstance;
import dev.rollcall.json.Json;
import dev.rollcall.key.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Session tokens with which people of the operators' instance use the Platform API. They are verified by that instance's own keys, so a
 * rotation is seen at once; and whatever they say themselves, they are worth nothing once their session is over, and their groups are
 * those that the person is in now.
 */
@ApplicationScoped
public class OperatorTokens {

    /** Between the clocks of our own nodes. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final String LIVE = """
            select cast(u.public_metadata -> 'groups' as text)
              from session s
              join users u on u.instance_id = s.instance_id and u.id = s.user_id and not u.banned
             where s.instance_id = ?1 and s.id = ?2 and s.user_id = ?3 and s.status = 'ACTIVE'
               and s.expire_at > ?4 and s.abandon_at > ?4""";

    @Inject
    private OperatorInstance operators;

    @Inject
    private SigningKeys keys;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** The claims of a token that somebody who is signed in to the operators' instance shows; empty for any other token. */
    public Optional<JsonObject> verify(String jwt) {
        if (!isForSessions(jwt)) {
            return Optional.empty();
        }
        return operators.find().flatMap(instance -> keys.verify(instance, jwt)
                .filter(claims -> isInTime(claims) && isOurs(instance, claims))
                .flatMap(claims -> current(instance, claims)));
    }

    /** Tokens made after a template say anything that their maker likes; their category tells them apart. */
    private static boolean isForSessions(String jwt) {
        int dot = jwt.indexOf('.');
        try {
            var header = new String(
                    Base64.getUrlDecoder().decode(jwt.substring(0, Math.max(dot, 0))), StandardCharsets.UTF_8);
            return JsonText.object(header).filter(h -> !h.containsKey("cat")).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isInTime(JsonObject claims) {
        long now = clock.real().getEpochSecond();
        return claims.getInt("exp", 0) > now && claims.getInt("nbf", Integer.MAX_VALUE) <= now + SKEW.toSeconds();
    }

    private static boolean isOurs(Instance instance, JsonObject claims) {
        return claims.getString("iss", "").equals(instance.issuer())
                && !claims.containsKey("aud")
                && !claims.containsKey("act"); // whoever acts as an operator is none: the audit log would name another
    }

    /** The claims with the groups of now, if the session is still live. */
    private Optional<JsonObject> current(Instance instance, JsonObject claims) {
        var now = Timestamp.from(clock.now());
        return rows
                .sql(instance.id(), LIVE)
                .with(claims.getString("sid", ""), claims.getString("sub", ""), now)
                .list()
                .stream()
                .findFirst()
                .map(row -> Json.createObjectBuilder(claims)
                        .add("groups", Json.createArrayBuilder(OperatorGroups.read((String) row[0])))
                        .build());
    }
}
