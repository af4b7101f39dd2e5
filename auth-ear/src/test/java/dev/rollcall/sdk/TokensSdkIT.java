package dev.rollcall.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.SignInTokenStatus;
import com.clerk.backend_api.models.operations.Claims;
import com.clerk.backend_api.models.operations.CreateJWTTemplateRequestBody;
import com.clerk.backend_api.models.operations.CreateRedirectURLRequestBody;
import com.clerk.backend_api.models.operations.CreateSignInTokenRequestBody;
import com.clerk.backend_api.models.operations.UpdateJWTTemplateClaims;
import com.clerk.backend_api.models.operations.UpdateJWTTemplateRequestBody;
import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Rollcall;
import dev.rollcall.contract.Tenant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The official Java SDK makes templates, tokens and redirect URLs. */
class TokensSdkIT {

    private final Tenant app = Operator.platform().development();
    private final Clerk clerk = Clerk.builder()
            .serverURL(Rollcall.url() + "/v1")
            .bearerAuth(app.secretKey())
            .build();

    @Test
    void makesATemplateAndATokenAfterIt() {
        var session = app.browser().signUp().sessionId();
        var made = clerk.jwtTemplates()
                .create(
                        Optional.of(CreateJWTTemplateRequestBody.builder()
                                .name("sdk")
                                .claims(Claims.builder().build())
                                .lifetime(120)
                                .build()),
                        Optional.empty())
                .jwtTemplate()
                .orElseThrow();
        assertThat(made.lifetime()).isEqualTo(120);
        assertThat(clerk.jwtTemplates()
                        .get(made.id())
                        .jwtTemplate()
                        .orElseThrow()
                        .name())
                .isEqualTo("sdk");
        assertThat(clerk.jwtTemplates().listDirect().jwtTemplateList().orElseThrow())
                .hasSize(1);
        assertThat(clerk.sessions()
                        .createTokenFromTemplate(session, "sdk")
                        .object()
                        .flatMap(token -> token.jwt())
                        .orElseThrow())
                .contains(".");
        var changed = clerk.jwtTemplates()
                .update(
                        made.id(),
                        Optional.of(UpdateJWTTemplateRequestBody.builder()
                                .name("sdk2")
                                .claims(UpdateJWTTemplateClaims.builder().build())
                                .build()),
                        Optional.empty())
                .jwtTemplate()
                .orElseThrow();
        assertThat(changed.name()).isEqualTo("sdk2");
        assertThat(changed.lifetime()).isEqualTo(120);
        assertThat(clerk.jwtTemplates()
                        .delete(made.id())
                        .deletedObject()
                        .orElseThrow()
                        .deleted())
                .isTrue();
    }

    @Test
    void makesAndRevokesASignInToken() {
        var user =
                app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var made = clerk.signInTokens()
                .create(
                        Optional.of(CreateSignInTokenRequestBody.builder()
                                .userId(user)
                                .build()),
                        Optional.empty())
                .signInToken()
                .orElseThrow();
        assertThat(made.token()).isPresent();
        assertThat(clerk.signInTokens()
                        .revoke(made.id())
                        .signInToken()
                        .orElseThrow()
                        .status())
                .isEqualTo(SignInTokenStatus.REVOKED);
    }

    @Test
    void listsWhereAppsAre() {
        var made = clerk.redirectUrls()
                .create(
                        Optional.of(CreateRedirectURLRequestBody.builder()
                                .url("https://other.test/callback")
                                .build()),
                        Optional.empty())
                .redirectURL()
                .orElseThrow();
        assertThat(clerk.redirectUrls()
                        .get(made.id())
                        .redirectURL()
                        .orElseThrow()
                        .url())
                .isEqualTo("https://other.test/callback");
        assertThat(clerk.redirectUrls().listDirect().redirectURLList().orElseThrow())
                .hasSize(1);
        assertThat(clerk.redirectUrls()
                        .delete(made.id())
                        .deletedObject()
                        .orElseThrow()
                        .deleted())
                .isTrue();
    }
}
