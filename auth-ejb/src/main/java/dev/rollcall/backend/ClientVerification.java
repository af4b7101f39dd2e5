package dev.rollcall.backend;

import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.key.SigningKeys;
import dev.rollcall.session.BackendClientView;
import dev.rollcall.session.SessionAdmin;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;

/** Tells an app's server at which client a session token was given. */
@Stateless
public class ClientVerification {

    @Inject
    private SigningKeys keys;

    @Inject
    private SessionAdmin sessions;

    @Inject
    private Clock clock;

    /** The client of {@code token}, a session token that has not expired, of a session that still lives. */
    public BackendClientView verify(Instance instance, Input body) {
        var token = body.only(Set.of("token")).required("token");
        var claims = keys.verify(instance, token)
                .filter(this::isValid)
                .orElseThrow(() -> BackendProblem.TOKEN_INVALID.refusal("token"));
        var session = sessions.get(instance, claims.getString("sid"));
        if (!session.status().equals("active")) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        return sessions.client(instance, session.clientId());
    }

    private boolean isValid(JsonObject claims) {
        long now = clock.real().getEpochSecond(); // as tokens are dated, whatever a test clock says
        return claims.getString("sid", null) != null
                && claims.containsKey("exp")
                && now < claims.getJsonNumber("exp").longValue();
    }
}
