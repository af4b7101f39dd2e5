package dev.rollcall.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequiredVariableTest {

    /** Template bomb: 60 KB of tags that are opened and never closed kept a processor busy for 22 seconds. */
    @Test
    void tagsThatAreNeverClosedCostNothing() {
        var body = "{{".repeat(32_000) + "otp";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> TemplateForm.isUsed("otp_code", body)))
                .isFalse();
    }

    @Test
    void aTagUsesTheVariableThatItNames() {
        assertThat(TemplateForm.isUsed("otp_code", "{{a}} {{{ otp_code }}}")).isTrue();
        assertThat(TemplateForm.isUsed("otp_code", "{{#if otp_code}}x{{/if}}")).isTrue();
        assertThat(TemplateForm.isUsed("otp_code", "{{my_otp_code}} otp_code")).isFalse();
    }
}
