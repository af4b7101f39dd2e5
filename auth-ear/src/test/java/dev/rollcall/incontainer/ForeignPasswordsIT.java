package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who bring the digest of their password from another system sign in with it, and are done with it. */
class ForeignPasswordsIT {

    private static final Tenant APP = Operator.platform().development();

    /** Of {@link Browser#PASSWORD}, by another implementation than ours. */
    private static final String BCRYPT = "$2b$10$FwvwTBB8URMTAvF.LQi8Qu3Vsg97PoN/mFAkwRURQ2SLKy6MvCBSW";

    @Test
    void aBcryptDigestLetsItsOwnerInAndIsReplaced() throws SQLException {
        var email = Tenant.freshEmail();
        var id = create(email, BCRYPT);

        APP.browser()
                .post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", "wrong-Guess-12")
                .refused(422, "form_password_incorrect");
        assertThat(digest(id)).isEqualTo(BCRYPT);

        assertThat(APP.browser().signIn(email, Browser.PASSWORD)).startsWith("sess_");
        var upgraded = digest(id);
        assertThat(upgraded).startsWith("$argon2id$");

        assertThat(APP.browser().signIn(email, Browser.PASSWORD)).startsWith("sess_");
        assertThat(digest(id)).as("ours is left alone").isEqualTo(upgraded);
    }

    /** The vectors of the unit tests, one of each kind that stands for others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "md5; 8c00fc99db60616fcf8c521d11d1e2f4",
                "pbkdf2_sha256_django; pbkdf2_sha256$1000$seasalt2$/MUQzgC9ridBolaseqAxNe/0dsdFtzfJP/G//kOf/TM=",
                "phpass; $P$6421/mFUMHtoEsSC8rjWsD9D6xxHRD.",
                "ldap_ssha; {SSHA}VXoYY/xvCEHBJp0DGb3YEZy+rekxZizF",
                "argon2i; $argon2i$v=19$m=1024,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$ef5cIC6UeABCDdxNR8Xql+x0WvXnvAQwoKMrjivR+kw",
            })
    void aDigestOfAnyKindLetsItsOwnerInAndIsReplaced(String hasher, String digest) throws SQLException {
        var email = Tenant.freshEmail();
        var id = create(email, digest, hasher);
        APP.browser()
                .post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", "wrong-Guess-12")
                .refused(422, "form_password_incorrect");
        assertThat(APP.browser().signIn(email, Browser.PASSWORD)).startsWith("sess_");
        assertThat(digest(id)).startsWith("$argon2id$");
        assertThat(APP.browser().signIn(email, Browser.PASSWORD)).startsWith("sess_");
    }

    @Test
    void aDigestCanBeGivenToAUserLater() throws SQLException {
        var email = Tenant.freshEmail();
        var id = APP.backend().createUser(email, "another-Donkey-stapler-17").text("/id");
        APP.backend()
                .patch("/v1/users/" + id, Map.of("password_digest", BCRYPT, "password_hasher", "bcrypt"))
                .ok();
        assertThat(APP.browser().signIn(email, Browser.PASSWORD)).startsWith("sess_");
    }

    @Test
    void aDigestThatWouldTakeDaysToVerify() {
        var body = Map.of(
                "email_address",
                List.of(Tenant.freshEmail()),
                "password_digest",
                BCRYPT.replace("$10$", "$31$"),
                "password_hasher",
                "bcrypt");
        APP.backend().post("/v1/users", body).refused(422, "form_password_digest_invalid_code", "password_digest");
    }

    private static String create(String email, String digest) {
        return create(email, digest, "bcrypt");
    }

    private static String create(String email, String digest, String hasher) {
        return APP.backend()
                .post(
                        "/v1/users",
                        Map.of("email_address", List.of(email), "password_digest", digest, "password_hasher", hasher))
                .ok()
                .text("/id");
    }

    private static String digest(String userId) throws SQLException {
        return EmbeddedPostgres.text("select password_digest from users where id = ?", userId);
    }
}
