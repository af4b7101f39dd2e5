package dev.rollcall.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.helpers.security.AuthenticateRequest;
import com.clerk.backend_api.helpers.security.VerifyToken;
import com.clerk.backend_api.helpers.security.models.AuthenticateRequestOptions;
import com.clerk.backend_api.helpers.security.models.TokenVerificationException;
import com.clerk.backend_api.helpers.security.models.VerifyTokenOptions;
import com.clerk.backend_api.models.components.User;
import com.clerk.backend_api.models.errors.ClerkErrors;
import com.clerk.backend_api.models.operations.CreateSessionRequestBody;
import com.clerk.backend_api.models.operations.CreateUserRequestBody;
import com.clerk.backend_api.models.operations.GetSessionListRequest;
import com.clerk.backend_api.models.operations.GetUserListRequest;
import com.clerk.backend_api.models.operations.GetUsersCountRequest;
import com.clerk.backend_api.models.operations.UpdateUserMetadataRequestBody;
import com.clerk.backend_api.models.operations.UpdateUserRequestBody;
import com.clerk.backend_api.utils.SpeakeasyHTTPClient;
import dev.rollcall.contract.Jwt;
import dev.rollcall.contract.Rollcall;
import dev.rollcall.contract.Tenant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official Java SDK, {@code com.clerk:backend-api}, runs the Backend API and believes our tokens, and only ours. */
class JavaSdkIT {

    private static final Tenant APP = Rollcall.standard();
    private static final JudgingClient HTTP = new JudgingClient(new SpeakeasyHTTPClient());
    private static final Clerk CLERK = Clerk.builder()
            .client(HTTP)
            .serverURL(Rollcall.url() + "/v1")
            .bearerAuth(APP.secretKey())
            .build();
    private static final String EMAIL = Tenant.freshEmail();

    private static User ada;

    @BeforeAll
    static void createsAUser() {
        ada = create(EMAIL);
    }

    @Test
    void readsListsAndCountsUsers() {
        assertThat(CLERK.users().get(ada.id()).user().orElseThrow().firstName().get())
                .isEqualTo("Ada");
        var list = CLERK.users()
                .list(GetUserListRequest.builder().emailAddress(List.of(EMAIL)).build())
                .userList()
                .orElseThrow();
        assertThat(list).extracting(User::id).containsExactly(ada.id());
        assertThat(CLERK.users()
                        .count(GetUsersCountRequest.builder()
                                .emailAddress(List.of(EMAIL))
                                .build())
                        .totalCount()
                        .orElseThrow()
                        .totalCount())
                .isEqualTo(1);
    }

    @Test
    void changesAUserAndItsMetadata() {
        var changed = CLERK.users()
                .update(
                        ada.id(),
                        UpdateUserRequestBody.builder().lastName("Lovelace").build())
                .user()
                .orElseThrow();
        assertThat(changed.lastName().get()).isEqualTo("Lovelace");

        var body = UpdateUserMetadataRequestBody.builder()
                .publicMetadata(Map.of("tier", 2))
                .privateMetadata(Map.of("note", "x"))
                .build();
        var merged = CLERK.users()
                .updateMetadata(ada.id(), Optional.of(body), Optional.empty())
                .user()
                .orElseThrow();
        assertThat(merged.publicMetadata()).containsEntry("tier", 2);
    }

    @Test
    void deletesAUser() {
        var user = create(Tenant.freshEmail());
        assertThat(CLERK.users().delete(user.id()).deletedObject().orElseThrow().deleted())
                .isTrue();
        assertThatThrownBy(() -> CLERK.users().get(user.id()))
                .isInstanceOfSatisfying(ClerkErrors.class, refused -> assertThat(
                                refused.data().orElseThrow().errors())
                        .extracting(error -> error.code())
                        .containsExactly("resource_not_found"));
    }

    @Test
    void isToldWhyAUserCannotBeMade() {
        assertThatThrownBy(() -> create(EMAIL)).isInstanceOfSatisfying(ClerkErrors.class, refused -> assertThat(
                        refused.data().orElseThrow().errors())
                .extracting(error -> error.code())
                .containsExactly("form_identifier_exists"));
    }

    @Test
    void makesListsAndRevokesSessions() {
        var session = CLERK.sessions()
                .create(
                        Optional.of(CreateSessionRequestBody.builder()
                                .userId(ada.id())
                                .build()),
                        Optional.empty())
                .session()
                .orElseThrow();
        assertThat(CLERK.sessions().get(session.id()).session().orElseThrow().userId())
                .isEqualTo(ada.id());
        assertThat(CLERK.sessions()
                        .list(GetSessionListRequest.builder().userId(ada.id()).build())
                        .sessionList()
                        .orElseThrow())
                .extracting(one -> one.id())
                .contains(session.id());
        CLERK.sessions().revoke(session.id());
        assertThatThrownBy(() -> CLERK.sessions().createToken(session.id())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void verifiesATokenWithTheKeySetOfTheServer() throws Exception {
        var token = token();
        assertThat(VerifyToken.verifyToken(token, withSecretKey()).payload().toString())
                .contains(ada.id());
    }

    @Test
    void refusesATamperedToken() {
        var token = Jwt.of(token()).tampered(claims -> claims.put("sub", "user_mallory"));
        assertThatThrownBy(() -> VerifyToken.verifyToken(token, withSecretKey()))
                .isInstanceOf(TokenVerificationException.class);
    }

    @Test
    void refusesAnUnsignedToken() {
        var token = Jwt.of(token()).unsigned();
        assertThatThrownBy(() -> VerifyToken.verifyToken(token, withSecretKey()))
                .isInstanceOf(TokenVerificationException.class);
    }

    @Test
    void authenticatesARequestWithThePublicKeyAlone() throws Exception {
        var jwks = APP.backend().get("/v1/jwks").ok();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(Jwt.publicKey(jwks.at("/keys/0")).getEncoded())
                + "\n-----END PUBLIC KEY-----";
        var options = AuthenticateRequestOptions.Builder.withJwtKey(pem).build();

        assertThat(AuthenticateRequest.authenticateRequest(bearer(token()), options)
                        .isSignedIn())
                .isTrue();
        var forged = Jwt.of(token()).tampered(claims -> claims.put("sid", "sess_mallory"));
        assertThat(AuthenticateRequest.authenticateRequest(bearer(forged), options)
                        .isSignedIn())
                .isFalse();
        assertThat(AuthenticateRequest.authenticateRequest(Map.of(), options).isSignedIn())
                .isFalse();
    }

    @Test
    void readsTheKeySetAndMakesATestingToken() {
        assertThat(CLERK.jwks().getJWKSDirect().jwks()).isPresent();
        assertThat(CLERK.testingTokens()
                        .createDirect()
                        .testingToken()
                        .orElseThrow()
                        .token())
                .isNotBlank();
    }

    private static Map<String, List<String>> bearer(String token) {
        return Map.of("Authorization", List.of("Bearer " + token));
    }

    private static VerifyTokenOptions withSecretKey() {
        return VerifyTokenOptions.Builder.withSecretKey(APP.secretKey())
                .apiUrl(Rollcall.url())
                .apiVersion("v1")
                .build();
    }

    private static String token() {
        var session = CLERK.sessions()
                .create(
                        Optional.of(CreateSessionRequestBody.builder()
                                .userId(ada.id())
                                .build()),
                        Optional.empty())
                .session()
                .orElseThrow();
        return CLERK.sessions()
                .createToken(session.id())
                .object()
                .orElseThrow()
                .jwt()
                .orElseThrow();
    }

    private static User create(String email) {
        return CLERK.users()
                .create(CreateUserRequestBody.builder()
                        .emailAddress(List.of(email))
                        .password("correct-Horse-battery-91")
                        .firstName("Ada")
                        .build())
                .user()
                .orElseThrow();
    }
}
