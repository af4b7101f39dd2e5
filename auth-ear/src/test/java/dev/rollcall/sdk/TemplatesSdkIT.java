package dev.rollcall.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.Template;
import com.clerk.backend_api.models.operations.PathParamTemplateType;
import com.clerk.backend_api.models.operations.RevertTemplatePathParamTemplateType;
import com.clerk.backend_api.models.operations.TemplateType;
import com.clerk.backend_api.models.operations.ToggleTemplateDeliveryPathParamTemplateType;
import com.clerk.backend_api.models.operations.ToggleTemplateDeliveryRequestBody;
import com.clerk.backend_api.models.operations.UpsertTemplatePathParamTemplateType;
import com.clerk.backend_api.models.operations.UpsertTemplateRequestBody;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Rollcall;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The official Java SDK reads and changes templates. */
@SuppressWarnings("deprecation") // the SDK calls these operations so
class TemplatesSdkIT {

    private static final String SLUG = "verification_code";

    private final Clerk clerk = Clerk.builder()
            .serverURL(Rollcall.url() + "/v1")
            .bearerAuth(Operator.platform().development().secretKey())
            .build();

    @Test
    void readsChangesTogglesAndReverts() {
        assertThat(clerk.emailSMSTemplates()
                        .list(TemplateType.EMAIL)
                        .templateList()
                        .orElseThrow())
                .extracting(t -> t.slug().orElseThrow())
                .contains(SLUG);
        var changed = clerk.emailAndSmsTemplates()
                .upsert(
                        UpsertTemplatePathParamTemplateType.EMAIL,
                        SLUG,
                        Optional.of(UpsertTemplateRequestBody.builder()
                                .name("Code")
                                .subject("{{otp_code}}")
                                .body("<p>{{otp_code}}</p>")
                                .build()),
                        Optional.empty())
                .template()
                .orElseThrow();
        assertThat(changed.canRevert()).contains(true);
        assertThat(get().body()).contains("<p>{{otp_code}}</p>");

        clerk.emailSMSTemplates()
                .toggleTemplateDelivery(
                        ToggleTemplateDeliveryPathParamTemplateType.EMAIL,
                        SLUG,
                        Optional.of(ToggleTemplateDeliveryRequestBody.builder()
                                .deliveredByClerk(false)
                                .build()),
                        Optional.empty());
        assertThat(get().deliveredByClerk()).contains(false);

        clerk.emailSMSTemplates().revert(RevertTemplatePathParamTemplateType.EMAIL, SLUG);
        assertThat(get().canRevert()).contains(false);
        assertThat(get().deliveredByClerk()).contains(false);
    }

    private Template get() {
        return clerk.emailSMSTemplates()
                .get(PathParamTemplateType.EMAIL, SLUG)
                .template()
                .orElseThrow();
    }
}
