package dev.rollcall.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher();

    /** Vectors of the Argon2 reference implementation (version 1.3, test.c). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "password; $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password; $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            })
    void knowsTheReferenceDigests(String password, String digest) {
        assertThat(hasher.matches(password, digest)).isTrue();
        assertThat(hasher.matches(password + " ", digest)).isFalse();
    }

    @Test
    void aDigestCostsWhatOwaspAsksForAndHasASaltOfItsOwn() {
        var digest = hasher.hash("correct horse");
        assertThat(digest).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(hasher.hash("correct horse")).isNotEqualTo(digest);
        assertThat(hasher.matches("correct horse", digest)).isTrue();
        assertThat(hasher.matches("Correct horse", digest)).isFalse();
    }

    @Test
    void everyByteOfALongPasswordCounts() { // bcrypt stops at 72 bytes; we must not
        var digest = hasher.hash("x".repeat(100) + "a");
        assertThat(hasher.matches("x".repeat(100) + "b", digest)).isFalse();
    }

    /** Digests that the bcrypt of Python and of jBCrypt made. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "correct-Horse-battery-91; $2b$10$spU37hfKvA6bXGGIAh8Wv.gf8uLGXD2q665Fnct3pCQuGqrpk6t1G",
                "pässwörd-ß-91; $2a$10$g9/i5sW2otpmWhjaDLd6Ju.zYgSJLwHLxp0o6k.BqA0iVuInGGiW2",
                "pässwörd-ß-91; $2y$10$g9/i5sW2otpmWhjaDLd6Ju.zYgSJLwHLxp0o6k.BqA0iVuInGGiW2",
                "abcdefghijklmnopqrstuvwxyz; $2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC",
            })
    void verifiesBcryptDigestsOfOtherSystems(String password, String digest) {
        assertThat(hasher.matches(password, digest)).isTrue();
        assertThat(hasher.matches(password + " ", digest)).isFalse();
        assertThat(hasher.isForeign(digest)).isTrue();
        assertThat(PasswordHash.BCRYPT.accepts(digest)).isTrue();
    }

    /** 16 bytes of salt and 23 of hash leave bits of their last letters unused; some systems write them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$06$HWObHxlu/I5PTxcRiKt2oVr.MRoe12yTZFEVhwBOa1KSlrq1dMOTK",
                "$2a$06$HWObHxlu/I5PTxcRiKt2oOr.MRoe12yTZFEVhwBOa1KSlrq1dMOTK",
                "{bcrypt_peppered}$2a$06$HWObHxlu/I5PTxcRiKt2oVr.MRoe12yTZFEVhwBOa1KSlrq1dMOTK$ q",
            })
    void aBcryptSaltWithPaddingBits(String digest) {
        assertThat(PasswordHash.of(digest).accepts(PasswordHash.bare(digest))).isTrue();
        var password = digest.startsWith("{") ? "Staple horse 91" : "Staple horse 91 q";
        assertThat(hasher.matches(password, digest)).isTrue();
        assertThat(hasher.matches(password + " ", digest)).isFalse();
    }

    /** {@code Größe été 77} composed and decomposed, as Windows and macOS type it. */
    @Test
    void aPasswordInTwoUnicodeForms() {
        var composed = "Gr\u00f6\u00dfe \u00e9t\u00e9 77";
        var decomposed = "Gro\u0308\u00dfe e\u0301te\u0301 77";
        var legacy = Argon2.digest(decomposed); // as it was made before spellings were minded
        var foreign = "{sha256}" + Digests.hex(Digests.of("SHA-256", decomposed));
        for (var typed : List.of(composed, decomposed)) {
            assertThat(hasher.matches(typed, hasher.hash(composed))).isTrue();
            assertThat(hasher.matches(typed, hasher.hash(decomposed))).isTrue();
            assertThat(hasher.matches(typed, legacy)).isTrue();
            assertThat(hasher.matches(typed, foreign)).isTrue();
            assertThat(hasher.matches(typed.replace('7', '8'), legacy)).isFalse();
        }
        assertThat(Spelling.same(composed, decomposed)).isTrue();
        assertThat(hasher.matches("Grosse ete 77", legacy)).isFalse();
    }

    @Test
    void bcryptSeesOnlySoMuchOfALongPassword() { // as the system did that made the digest
        var digest = "$2b$04$EfIh7mW85k4NNdQJwH1SWenliKJ1qQtkFaOyNWaQ28J46u2rt2GP.";
        assertThat(hasher.matches("x".repeat(72), digest)).isTrue();
        assertThat(hasher.matches("x".repeat(90), digest)).isTrue();
        assertThat(hasher.matches("x".repeat(71), digest)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$31$spU37hfKvA6bXGGIAh8Wv.gf8uLGXD2q665Fnct3pCQuGqrpk6t1G", // days of work
                "$2x$10$spU37hfKvA6bXGGIAh8Wv.gf8uLGXD2q665Fnct3pCQuGqrpk6t1G",
                "$2b$10$tooshort",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", // 10 GB
                "$argon2id$v=19$m=256,t=999,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            })
    void aDigestThatIsAnAttackIsNotAccepted(String digest) {
        assertThat(PasswordHash.of(digest).accepts(digest)).isFalse();
    }

    @Test
    void ourOwnDigestsAreAcceptedBack() {
        var digest = hasher.hash("correct horse");
        assertThat(PasswordHash.of(digest)).isEqualTo(PasswordHash.ARGON2ID);
        assertThat(PasswordHash.ARGON2ID.accepts(digest)).isTrue();
        assertThat(hasher.isForeign(digest)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            })
    void whatIsNoDigestOfOursMatchesNothing(String digest) {
        assertThat(hasher.matches("password", digest)).isFalse();
    }
}
