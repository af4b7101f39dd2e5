package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.data.FixedClock;
import dev.rollcall.job.Outcome;
import dev.rollcall.template.Medium;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of the letters of an instance with a mail server of its own. */
class PostmanTest {

    private final Postman postman = new Postman(new OwnCarriers(), new Destinations(new FixedClock()));
    private int letters;

    /** Three recipients at a domain that nobody finds stopped an instance's mail, and that of others at the same server, for half a minute. */
    @Test
    void attackOneBadRecipientStopsEverybodysMail() {
        for (int i = 0; i < 10; i++) {
            assertThat(sent("jo@example.com", () -> new Receipt.Later("450"))).isEqualTo(Outcome.failed("450"));
            assertThat(sent("jo@example.com", () -> new Receipt.Refused("550"))).isEqualTo(Outcome.hopeless("550"));
        }
        assertThat(sent("jo@example.com", Receipt.Taken::new)).isEqualTo(Outcome.done());
    }

    @Test
    void aServerThatFailsThreeOfThemIsLeftAlone() {
        for (int i = 0; i < 3; i++) {
            assertThat(sent("jo@example.com", PostmanTest::fail)).isEqualTo(Outcome.failed("421"));
        }
        assertThat(sent("jo@example.com", Receipt.Taken::new)).isInstanceOf(Outcome.Postponed.class);
    }

    @Test
    void attackALetterWithHeadersInItsAddress() {
        assertThat(sent("jo@example.com\r\nBcc: eve@example.com", () -> {
                    throw new AssertionError("nobody should be asked");
                }))
                .isInstanceOf(Outcome.Hopeless.class);
    }

    private static Receipt fail() {
        throw new ChannelTrouble("421");
    }

    private Outcome sent(String to, Supplier<Receipt> answer) {
        letters++;
        var letter = new Letter(
                "msg_" + letters, "App", "app@example.com", null, to, "Hello", "", "Hello", Instant.EPOCH, false);
        return postman.send(new Way(Medium.EMAIL, new Answering(answer), "ins_1"), letter)
                .toCompletableFuture()
                .join();
    }

    private record Answering(Supplier<Receipt> answer) implements Carrier {

        @Override
        public String destination() {
            return "mail.example:25";
        }

        @Override
        public String from() {
            return null;
        }

        @Override
        public CompletionStage<Receipt> carry(Letter letter) {
            return CompletableFuture.supplyAsync(answer, Runnable::run);
        }
    }
}
