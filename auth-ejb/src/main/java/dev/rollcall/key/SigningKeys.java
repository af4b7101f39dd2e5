package dev.rollcall.key;

import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Signs and verifies an instance's tokens: RS256, by the key whose time it is. */
@ApplicationScoped
public class SigningKeys {

    @Inject
    private SigningKeyStore keys;

    @Inject
    private Clock clock;

    /**
     * A signed token (compact JWS) of these claims; {@code category} becomes the {@code cat} header unless null.
     */
    public String sign(Instance instance, JsonObject claims, String category) {
        return keys.of(instance.id()).sign(claims, category, clock.real());
    }

    /** The public keys, the one that signs now first. */
    public JwksView jwks(Instance instance) {
        return keys.of(instance.id()).jwks(clock.real());
    }

    /** The public key as PEM, for servers that verify without network. */
    public String pem(Instance instance) {
        return keys.of(instance.id()).pem(clock.real());
    }

    /** The claims of a token that this instance signed, whatever they say; empty for any other. */
    public Optional<JsonObject> verify(Instance instance, String jwt) {
        return keys.of(instance.id()).verify(jwt);
    }
}
