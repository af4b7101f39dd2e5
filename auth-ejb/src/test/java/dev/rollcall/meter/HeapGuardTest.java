package dev.rollcall.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A heap that is full ends in an exit that others see, and never in a server that is silent for good. */
class HeapGuardTest {

    /** What HotSpot says for {@code ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int PIECE = 64;

    /** Fills the heap up to what the young generation needs to go on, and goes on: each piece that is made anew costs a collection's part. */
    public static final class NearlyFull {

        private static final int LEFT = 3 << 19;

        public static void main(String[] args) {
            guard(Duration.ofMillis(250), 3);
            var runtime = Runtime.getRuntime();
            System.gc();
            long room = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()) - LEFT;
            var held = new byte[(int) (room / (PIECE + 20))][]; // with an array's head and our reference to it
            for (int n = 0; ; n = (n + 1) % held.length) {
                held[n] = new byte[PIECE];
            }
        }
    }

    /** Asks for more than there is, long before anybody looks. */
    public static final class TooFull {

        private static final List<byte[]> HELD = new ArrayList<>();

        public static void main(String[] args) {
            guard(Duration.ofHours(1), 1);
            while (true) {
                HELD.add(new byte[PIECE]);
            }
        }
    }

    /** Is full for a while, and then has nothing to do: nobody asks for a collection by which it would show that there is room again. */
    public static final class FullForAWhile {

        private static final List<byte[]> HELD = new ArrayList<>();

        public static void main(String[] args) throws InterruptedException {
            var guard = new HeapGuard(Duration.ofMillis(50), Integer.MAX_VALUE);
            guard.watch(() -> {});
            while (!guard.isFull()) {
                HELD.add(new byte[PIECE << 8]);
                if (HELD.size() % 20 == 0) {
                    Thread.sleep(5); // for it to look
                }
            }
            HELD.clear();
            while (guard.isFull()) {
                Thread.sleep(50);
            }
            Runtime.getRuntime().halt(0);
        }
    }

    private static void guard(Duration betweenLooks, int patience) {
        new HeapGuard(betweenLooks, patience).watch(() -> Runtime.getRuntime().halt(HeapGuard.EXIT_CODE));
    }

    @Test
    void theGuardEndsAServerThatDoesNothingButCollect() throws Exception {
        assertThat(exitOf(NearlyFull.class)).isEqualTo(HeapGuard.EXIT_CODE);
    }

    /** It refused everybody long after those had left who had filled it. */
    @Test
    void attackAHeapThatWasFullIsOpenAgain() throws Exception {
        assertThat(exitOf(FullForAWhile.class)).isZero();
    }

    @Test
    void theJvmItselfEndsAServerThatHasNoRoomAtAll() throws Exception {
        assertThat(exitOf(TooFull.class)).isEqualTo(OUT_OF_MEMORY);
    }

    @Test
    void aBusyOrAFullHeapAloneIsNoReasonToEnd() {
        var hopeless = new HeapGuard.Hopeless(10);
        assertThat(IntStream.range(0, 60).anyMatch(n -> hopeless.isAfter(n % 9 != 0, 0.99)))
                .isFalse();
        assertThat(IntStream.range(0, 60).anyMatch(n -> hopeless.isAfter(true, 0.3)))
                .isFalse();
        assertThat(IntStream.range(0, 60).anyMatch(n -> hopeless.isAfter(true, 0.99)))
                .isTrue();
    }

    /** How a JVM with the server's own flags and a small heap ends. */
    private static int exitOf(Class<?> program) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(List.of("-Xms64m", "-Xmx64m", "-cp", System.getProperty("java.class.path"), program.getName()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> flags() throws IOException {
        return Files.readAllLines(Path.of("../liberty/jvm.options")).stream()
                .filter(line -> line.startsWith("-XX"))
                .toList();
    }
}
