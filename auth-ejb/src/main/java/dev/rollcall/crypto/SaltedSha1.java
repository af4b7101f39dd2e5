package dev.rollcall.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** OpenLDAP's {@code {SSHA}}, in either case (RFC 2307): base64 of the SHA-1 of password and salt, and of the salt. */
final class SaltedSha1 implements HashFormat {

    private static final String MARK = "{SSHA}";
    private static final int HASH_BYTES = 20;
    private static final int MOST = HASH_BYTES + 64;

    @Override
    public boolean accepts(String digest) {
        return bytes(digest).isPresent();
    }

    @Override
    public boolean matches(String raw, String digest) {
        return bytes(digest)
                .filter(all -> {
                    var salt = Arrays.copyOfRange(all, HASH_BYTES, all.length);
                    return MessageDigest.isEqual(
                            Arrays.copyOf(all, HASH_BYTES), Digests.of("SHA-1", Digests.utf8(raw), salt));
                })
                .isPresent();
    }

    private static Optional<byte[]> bytes(String digest) {
        return digest.regionMatches(true, 0, MARK, 0, MARK.length())
                ? Digests.base64(digest.substring(MARK.length()))
                        .filter(all -> all.length > HASH_BYTES && all.length <= MOST)
                : Optional.empty();
    }
}
