package dev.rollcall.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.User;
import com.clerk.backend_api.models.operations.CreateEmailAddressRequestBody;
import com.clerk.backend_api.models.operations.CreateUserRequestBody;
import com.clerk.backend_api.models.operations.UpdateEmailAddressRequestBody;
import com.clerk.backend_api.models.operations.UsersBanRequestBody;
import com.clerk.backend_api.models.operations.UsersUnbanRequestBody;
import com.clerk.backend_api.models.operations.VerifyClientRequestBody;
import com.clerk.backend_api.models.operations.VerifyPasswordRequestBody;
import com.clerk.backend_api.utils.SpeakeasyHTTPClient;
import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Rollcall;
import dev.rollcall.contract.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official Java SDK bars users and minds their passwords and addresses. */
class JavaSdkPeopleIT {

    private static final Tenant APP = Rollcall.standard();
    private static final Clerk CLERK = Clerk.builder()
            .client(new JudgingClient(new SpeakeasyHTTPClient()))
            .serverURL(Rollcall.url() + "/v1")
            .bearerAuth(APP.secretKey())
            .build();

    private String email;
    private User user;

    @BeforeEach
    void somebody() {
        email = Tenant.freshEmail();
        user = CLERK.users()
                .create(CreateUserRequestBody.builder()
                        .emailAddress(List.of(email))
                        .password(Browser.PASSWORD)
                        .build())
                .user()
                .orElseThrow();
    }

    @Test
    void bansAndLocks() {
        var id = user.id();
        assertThat(CLERK.users().ban(id).user().orElseThrow().banned()).isTrue();
        assertThat(CLERK.users().unban(id).user().orElseThrow().banned()).isFalse();
        assertThat(CLERK.users().lock(id).user().orElseThrow().locked()).isTrue();
        assertThat(CLERK.users().unlock(id).user().orElseThrow().locked()).isFalse();
        assertThat(CLERK.users()
                        .bulkBan(UsersBanRequestBody.builder()
                                .userIds(List.of(id))
                                .build())
                        .userList()
                        .orElseThrow())
                .allMatch(User::banned);
        assertThat(CLERK.users()
                        .bulkUnban(UsersUnbanRequestBody.builder()
                                .userIds(List.of(id))
                                .build())
                        .userList()
                        .orElseThrow())
                .noneMatch(User::banned);
    }

    @Test
    void verifiesAPasswordAndSaysThatItIsKnownToOthers() {
        assertThat(verified(Browser.PASSWORD)).contains(true);
        assertThatThrownBy(() -> verified("another-Donkey-stapler-17")).isInstanceOf(RuntimeException.class);
        assertThat(CLERK.users().setPasswordCompromised(user.id()).user()).isPresent();
        assertThat(CLERK.users().unsetPasswordCompromised(user.id()).user()).isPresent();
    }

    @Test
    void givesAndTakesAddresses() {
        var added = CLERK.emailAddresses()
                .create(
                        Optional.of(CreateEmailAddressRequestBody.builder()
                                .userId(user.id())
                                .emailAddress(Tenant.freshEmail())
                                .verified(true)
                                .build()),
                        Optional.empty())
                .emailAddress()
                .orElseThrow();
        var id = added.id().orElseThrow();
        assertThat(CLERK.emailAddresses().get(id).emailAddress().orElseThrow().emailAddress())
                .isEqualTo(added.emailAddress());
        CLERK.emailAddresses()
                .update(
                        id,
                        Optional.of(UpdateEmailAddressRequestBody.builder()
                                .primary(true)
                                .build()),
                        Optional.empty());
        assertThat(CLERK.emailAddresses()
                        .delete(id)
                        .deletedObject()
                        .orElseThrow()
                        .deleted())
                .isTrue();
        assertThat(CLERK.users().get(user.id()).user().orElseThrow().emailAddresses())
                .hasSize(1);
    }

    @Test
    void verifiesAClientByASessionToken() {
        var browser = APP.browser();
        var session = browser.signIn(email, Browser.PASSWORD);
        var verified = CLERK.clients()
                .verify(
                        Optional.of(VerifyClientRequestBody.builder()
                                .token(browser.token(session))
                                .build()),
                        Optional.empty());
        assertThat(verified.client().orElseThrow().sessions())
                .extracting(one -> one.id())
                .contains(session);
    }

    private Optional<Boolean> verified(String password) {
        return CLERK.users()
                .verifyPassword(
                        user.id(),
                        Optional.of(VerifyPasswordRequestBody.builder()
                                .password(password)
                                .build()),
                        Optional.empty())
                .object()
                .orElseThrow()
                .verified();
    }
}
