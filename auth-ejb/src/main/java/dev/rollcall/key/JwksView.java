package dev.rollcall.key;

import java.util.List;

/** The public half of an instance's signing keys, in exactly the members that verifiers read. */
public record JwksView(List<Jwk> keys) {

    /** One RSA key; {@code n} and {@code e} are base64url. */
    public record Jwk(String use, String kty, String kid, String alg, String n, String e) {}
}
