package dev.rollcall.crypto;

import java.security.MessageDigest;

/** A plain digest of the password in hexadecimal, without a salt. It protects nothing, and is gone with the next sign-in. */
final class BareDigest implements HashFormat {

    static final HashFormat MD5 = new BareDigest("MD5", 16);
    static final HashFormat SHA256 = new BareDigest("SHA-256", 32);

    private final String algorithm;
    private final int length;

    private BareDigest(String algorithm, int length) {
        this.algorithm = algorithm;
        this.length = length;
    }

    @Override
    public boolean accepts(String digest) {
        return Digests.hex(digest).filter(bytes -> bytes.length == length).isPresent();
    }

    @Override
    public boolean matches(String raw, String digest) {
        return accepts(digest) && MessageDigest.isEqual(Digests.hex(digest).orElseThrow(), Digests.of(algorithm, raw));
    }
}
