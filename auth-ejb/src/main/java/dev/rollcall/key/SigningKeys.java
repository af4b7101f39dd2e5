package dev.rollcall.key;

import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Signs and verifies an instance's tokens. */
@Stateless
public class SigningKeys {

    /** A signed token (compact JWS) of these claims; {@code category} becomes the {@code cat} header unless null (protocol §4.1). */
    public String sign(Instance instance, JsonObject claims, String category) {
        throw new UnsupportedOperationException();
    }

    /** The public keys. */
    public JwksView jwks(Instance instance) {
        throw new UnsupportedOperationException();
    }

    /** The claims of a token that this instance signed, whatever they say; empty for any other. */
    public Optional<JsonObject> verify(Instance instance, String jwt) {
        throw new UnsupportedOperationException();
    }
}
