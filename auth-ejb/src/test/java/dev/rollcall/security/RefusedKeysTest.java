package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.data.FixedClock;
import dev.rollcall.security.RefusedKeys.Line;
import dev.rollcall.security.RefusedKeys.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a stranger with wrong keys leaves behind. */
class RefusedKeysTest {

    private final FixedClock clock = new FixedClock();
    private final RefusedKeys refused = new RefusedKeys(clock);

    @Test
    void aGuesserCausesTwoRowsAnHour() {
        var began = clock.real();
        guess("192.0.2.1", 3);
        var source = new Source("192.0.2.1", "backend", "sk_live_");
        assertThat(refused.due()).containsExactly(new Line(source, 3, began));
        guess("192.0.2.1", 5_000);
        clock.pass(Duration.ofMinutes(59));
        assertThat(refused.due()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(refused.due()).containsExactly(new Line(source, 5_000, began));
        assertThat(refused.due()).isEmpty();
    }

    @Test
    void manyGuessersCauseNoMoreRowsThanThereIsRoom() {
        for (int n = 0; n < 10_000; n++) {
            guess("network " + n, 1);
        }
        var lines = refused.due();
        assertThat(lines).hasSize(RefusedKeys.MOST + 1);
        assertThat(lines.stream().mapToInt(Line::count).sum()).isEqualTo(10_000);
        assertThat(lines.get(RefusedKeys.MOST).source().network()).isEqualTo(RefusedKeys.ELSEWHERE);
    }

    @Test
    void theKeyIsForgottenAndItsKindIsKept() {
        refused.note("192.0.2.1", "backend", "sk_test_secret");
        refused.note("192.0.2.1", "platform", "plapi_secret");
        refused.note("192.0.2.1", "platform", "ey.a.b");
        assertThat(refused.due()).extracting(line -> line.source().kind()).containsExactly("sk_test_", "plapi_", "");
    }

    private void guess(String network, int times) {
        for (int n = 0; n < times; n++) {
            refused.note(network, "backend", "sk_live_guess" + n);
        }
    }
}
