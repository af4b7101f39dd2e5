package dev.rollcall.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.client.ClientRef;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.instance.Instances;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private final InstanceSettings settings = Instances.development().settings();
    private final SignUp signUp = new SignUp(new ClientRef("ins_1", "client_1"), NOW);

    @Test
    void anEmptySignUpLacksAllThatIsRequired() {
        var lacks = Requirements.of(settings, signUp, Set.of());
        assertThat(lacks.required()).containsExactly("email_address", "password");
        assertThat(lacks.optional()).containsExactly("first_name", "last_name");
        assertThat(lacks.missing()).containsExactly("email_address", "password");
        assertThat(lacks.unverified()).isEmpty();
        assertThat(lacks.met()).isFalse();
    }

    @Test
    void anAddressHasToBeProved() {
        fill("email_address", "ada@example.org");
        signUp.protectWith("$argon2id$…");
        assertThat(Requirements.of(settings, signUp, Set.of()).unverified()).containsExactly("email_address");
        assertThat(Requirements.of(settings, signUp, Set.of(IdentifierType.EMAIL_ADDRESS))
                        .met())
                .isTrue();
    }

    @Test
    void anotherAddressHasToBeProvedAnew() {
        fill("email_address", "ada@example.org");
        signUp.challenge(IdentifierType.EMAIL_ADDRESS, "ver_1", NOW);
        fill("first_name", "Ada");
        assertThat(signUp.verificationId(IdentifierType.EMAIL_ADDRESS)).isEqualTo("ver_1");
        fill("email_address", "eve@example.org");
        assertThat(signUp.verificationId(IdentifierType.EMAIL_ADDRESS)).isNull();
    }

    @Test
    void aSignUpLeftLyingIsAbandoned() {
        assertThat(signUp.statusAt(NOW)).isEqualTo(SignUpStatus.MISSING_REQUIREMENTS);
        assertThat(signUp.statusAt(NOW.plusSeconds(24 * 3600 + 1))).isEqualTo(SignUpStatus.ABANDONED);
    }

    private void fill(String name, String value) {
        signUp.fill(SignUpFields.of(settings, Input.ofForm(Map.of(name, List.of(value)))), NOW);
    }
}
