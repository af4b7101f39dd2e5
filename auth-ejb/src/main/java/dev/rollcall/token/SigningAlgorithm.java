package dev.rollcall.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** With what a token after a template is signed: a shared secret, an RSA key or a key on a curve. */
enum SigningAlgorithm {
    HS256(JWSAlgorithm.HS256, Family.SECRET, 32),
    HS384(JWSAlgorithm.HS384, Family.SECRET, 48),
    HS512(JWSAlgorithm.HS512, Family.SECRET, 64),
    RS256(JWSAlgorithm.RS256, Family.RSA, 2048),
    RS384(JWSAlgorithm.RS384, Family.RSA, 2048),
    RS512(JWSAlgorithm.RS512, Family.RSA, 2048),
    ES256(JWSAlgorithm.ES256, Family.CURVE, 256),
    ES384(JWSAlgorithm.ES384, Family.CURVE, 384),
    ES512(JWSAlgorithm.ES512, Family.CURVE, 521);

    /** What sort of key it takes. */
    enum Family {
        SECRET,
        RSA,
        CURVE
    }

    private final JWSAlgorithm jws;
    private final Family family;
    private final int size;

    SigningAlgorithm(JWSAlgorithm jws, Family family, int size) {
        this.jws = jws;
        this.family = family;
        this.size = size;
    }

    static Optional<SigningAlgorithm> of(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    JWSAlgorithm jws() {
        return jws;
    }

    Family family() {
        return family;
    }

    /** The least bytes of a secret or bits of a modulus (RFC 7518 §3.2, §3.3), or the bits of the one curve that it takes (§3.4). */
    int size() {
        return size;
    }
}
