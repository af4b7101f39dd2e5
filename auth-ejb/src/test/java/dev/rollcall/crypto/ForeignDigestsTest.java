package dev.rollcall.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** People bring the digests of their passwords along. */
class ForeignDigestsTest {

    /** What {@code PasswordHasher} of the Backend API's specification lists. */
    private static final String SPECIFIED =
            "bcrypt bcrypt_sha256_django md5 pbkdf2_sha1 pbkdf2_sha256 pbkdf2_sha256_django pbkdf2_sha512 phpass"
                    + " md5_phpass scrypt_firebase scrypt_werkzeug sha256 ldap_ssha argon2i argon2id sha512_symfony"
                    + " pbkdf2_sha512_hex";

    private final PasswordHasher hasher = new PasswordHasher();

    @ParameterizedTest(name = "{0} of {1}")
    @CsvFileSource(resources = "foreign-digests.txt", delimiter = ';', encoding = "UTF-8")
    void aDigestOfItsOwnToolIsVerified(String name, String password, String digest) {
        var kind = PasswordHash.ofWire(name).orElseThrow();
        assertThat(kind.accepts(digest)).isTrue();
        var stored = kind.stored(digest);
        assertThat(PasswordHash.of(stored)).isEqualTo(kind);
        assertThat(PasswordHash.bare(stored)).isEqualTo(digest);
        assertThat(hasher.matches(password, stored)).isTrue();
        assertThat(hasher.matches(password + "x", stored)).isFalse();
        assertThat(hasher.isForeign(stored)).isEqualTo(kind != PasswordHash.ARGON2ID);
    }

    @Test
    void everyHasherOfTheSpecificationIsKnown() {
        assertThat(Arrays.stream(PasswordHash.values()).map(PasswordHash::wire).collect(Collectors.toSet()))
                .contains(SPECIFIED.split(" "));
    }

    /** What would cost minutes or gigabytes, is cut short, or is of another kind than it says. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "argon2i; $argon2id$v=19$m=1024,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$ef5cIC6UeABCDdxNR8Xql+x0WvXnvAQwoKMrjivR+kw",
                "argon2i; $argon2i$v=19$m=1024,t=2,p=99$c2l4dGVlbiBieXRlcyBvaw$ef5cIC6UeABCDdxNR8Xql+x0WvXnvAQwoKMrjivR+kw",
                "argon2i; $argon2i$v=19$m=1024,t=0,p=1$c2l4dGVlbiBieXRlcyBvaw$ef5cIC6UeABCDdxNR8Xql+x0WvXnvAQwoKMrjivR+kw",
                "md5; 8c00fc99db60616fcf8c521d11d1e2",
                "md5; 5440b05455eabd3edb3e8f2dacaeb9a127d9da51297b84d1b328814d5dc6661c",
                "sha256; 8c00fc99db60616fcf8c521d11d1e2f4",
                "sha256; not a digest",
                "pbkdf2_sha256; pbkdf2_sha256$9999999$c2FsdGVu$MPLJmIF1yexTw9He7rDM7CywAL3k9yxuFKVk233I2GA=",
                "pbkdf2_sha256; pbkdf2_sha256$1000$c2FsdGVu$c2FsdA==",
                "pbkdf2_sha256; pbkdf2_sha1$1000$c2FsdGVu$MPLJmIF1yexTw9He7rDM7CywAL3k9yxuFKVk233I2GA=",
                "pbkdf2_sha256; pbkdf2_sha256$1000$c2FsdGVu",
                "pbkdf2_sha1; pbkdf2_sha1$1000$not hex!$dc0d99b0a3b09b07cdb27355245cc6345966d445$32",
                "pbkdf2_sha512_hex; pbkdf2_sha512_hex$1000$seasalt$a472b181b278524b00a4acc1fbb982a9",
                "scrypt_werkzeug; scrypt:1048576:8:1$salt$c3ead0cd1bd2c316186d3f436fae8ce17cc34cc0b8f89cdc5cb37332f6fba73ff4d4573eb5e2ce63086880dcdbb14112ce09f1aeac47ecbb81893caa543ca154",
                "scrypt_werkzeug; scrypt:1000:8:1$salt$c3ead0cd1bd2c316186d3f436fae8ce17cc34cc0b8f89cdc5cb37332f6fba73ff4d4573eb5e2ce63086880dcdbb14112ce09f1aeac47ecbb81893caa543ca154",
                "scrypt_werkzeug; scrypt:65536:1:1$salt$c3ead0cd1bd2c316186d3f436fae8ce17cc34cc0b8f89cdc5cb37332f6fba73ff4d4573eb5e2ce63086880dcdbb14112ce09f1aeac47ecbb81893caa543ca154",
                "scrypt_firebase; lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==$42xEC+ixf3L2lw==$jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$Bw==$1$16",
                "pbkdf2_sha1; pbkdf2_sha1$2000000$73616c74$abababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababababab",
                "scrypt_werkzeug; pbkdf2:sha256:1000$salt$c3ead0cd1bd2c316186d3f436fae8ce1",
                "scrypt_firebase; aGFzaA==$c2FsdA==$a2V5$Bw==$8$14",
                "scrypt_firebase; lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==$42xEC+ixf3L2lw==$jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$Bw==$32$20",
                "phpass; $P$Z421/mFUMHtoEsSC8rjWsD9D6xxHRD.",
                "phpass; $X$6421/mFUMHtoEsSC8rjWsD9D6xxHRD.",
                "ldap_ssha; {SHA}VXoYY/xvCEHBJp0DGb3YEZy+rekxZizF",
                "ldap_ssha; {SSHA}VXoYY/xvCEHBJp0DGb3YEZy+rek=",
                "sha512_symfony; sha512_symfony$9999999$seasalt$1fhD3UsAhkzngogDGtyQqeWni/f225ONbwwrh0mnPmWBza1QrOSsZCVAxHuGiiu7HG26x7I59Q83iZsc6wBQAQ==",
                "bcrypt_sha256_django; $2b$04$78EusEGmlO0DsKkg54AMNODGCYRNjKXnYmRGat1MDq6rfI/XwgFKC",
                "bcrypt_peppered; $2b$04$HPpn8oxxCuBiVclf/.R3lOSl3B9gvIcp.Ay9gPcTr3EKVYyDThCf2",
            })
    void whatIsUnsafeOrOfAnotherKindIsRefused(String name, String digest) {
        var kind = PasswordHash.ofWire(name).orElseThrow();
        assertThat(kind.accepts(digest)).isFalse();
        assertThat(hasher.matches("correct-Horse-battery-91", kind.stored(digest)))
                .isFalse();
    }

    /** Some formats go through the whole password in each of their rounds: a megabyte of it would hold a processor for a quarter of a minute. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "phpass; $P$B421/mFUMHtoEsSC8rjWsD9D6xxHRD.",
                "sha512_symfony; sha512_symfony$5000$seasalt$1fhD3UsAhkzngogDGtyQqeWni/f225ONbwwrh0mnPmWBza1QrOSsZCVAxHuGiiu7HG26x7I59Q83iZsc6wBQAQ==",
            })
    void attackAPasswordOfAMegabyteAgainstADigestOfManyRounds(String name, String digest) {
        var kind = PasswordHash.ofWire(name).orElseThrow();
        assertThat(kind.accepts(digest)).isTrue();
        assertTimeout(
                Duration.ofSeconds(1), () -> assertThat(hasher.matches("x".repeat(1_000_000), kind.stored(digest)))
                        .isFalse());
    }

    /** passport-local-mongoose's default: 25,000 rounds for 512 bytes, the salt as it stands. */
    @Test
    void aPbkdf2KeyOfFiveHundredBytes() throws Exception {
        var salt = "5f".repeat(32);
        var spec = new PBEKeySpec(
                "Staple horse 91 q".toCharArray(), salt.getBytes(StandardCharsets.UTF_8), 25_000, 512 * 8);
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(spec)
                .getEncoded();
        var digest = "pbkdf2_sha512$25000$" + salt + "$" + HexFormat.of().formatHex(key);
        assertThat(PasswordHash.PBKDF2_SHA512.accepts(digest)).isTrue();
        var stored = PasswordHash.PBKDF2_SHA512.stored(digest);
        assertThat(hasher.matches("Staple horse 91 q", stored)).isTrue();
        assertThat(hasher.matches("Staple horse 91 p", stored)).isFalse();
        assertThat(PasswordHash.PBKDF2_SHA512.accepts("pbkdf2_sha512$1000$salt$" + "ab".repeat(1024)))
                .isFalse();
    }

    /** LDAP's schemes know no case. */
    @Test
    void anSshaInSmallLetters() {
        var digest = "{ssha}"
                + Base64.getEncoder()
                        .encodeToString(join(
                                Digests.of("SHA-1", Digests.utf8("Staple horse 91 q"), Digests.utf8("salt")),
                                Digests.utf8("salt")));
        assertThat(PasswordHash.LDAP_SSHA.accepts(digest)).isTrue();
        assertThat(hasher.matches("Staple horse 91 q", PasswordHash.LDAP_SSHA.stored(digest)))
                .isTrue();
    }

    private static byte[] join(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** JSON may hold half of a pair; it must not be our own mistake. */
    @Test
    void attackHalfACharacterAgainstBcrypt() {
        assertThat(hasher.matches("\ud800", "$2b$04$HPpn8oxxCuBiVclf/.R3lOSl3B9gvIcp.Ay9gPcTr3EKVYyDThCf2"))
                .isFalse();
    }
}
