package dev.rollcall.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A heap that is full ends in an exit that others see, and never in a server that is silent for good. */
class HeapGuardTest {

    /** A JVM as ours is, with a small heap, that holds on to nearly all of it and goes on. */
    public static final class FullHeap {

        private static final ArrayList<byte[]> HELD = new ArrayList<>();
        private static final double NEARLY_ALL = 0.66; // the young generation cannot hold what lives on

        public static void main(String[] args) {
            new HeapGuard().watch(() -> Runtime.getRuntime().halt(HeapGuard.EXIT_CODE));
            long most = Runtime.getRuntime().maxMemory();
            for (long held = 0; ; held += 1024) {
                if (held < most * NEARLY_ALL) {
                    HELD.add(new byte[1024]);
                } else {
                    HELD.set((int) (held / 1024 % HELD.size()), new byte[1024 + (int) (held % 7)]);
                    if (HELD.size() * 1024L < most) {
                        HELD.add(new byte[256]);
                    }
                }
            }
        }
    }

    @Test
    void aHeapThatIsFull() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path").replace(";", File.pathSeparator),
                        FullHeap.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(process.exitValue())
                    .as("by the guard, or by the JVM's own exit")
                    .isIn(HeapGuard.EXIT_CODE, 3);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aBusyOrAFullHeapAloneIsNoReasonToEnd() {
        var hopeless = new HeapGuard.Hopeless();
        assertThat(IntStream.range(0, 60).anyMatch(n -> hopeless.isAfter(n % 9 != 0, 0.99)))
                .isFalse();
        assertThat(IntStream.range(0, 60).anyMatch(n -> hopeless.isAfter(true, 0.3)))
                .isFalse();
        assertThat(IntStream.range(0, 60).anyMatch(n -> hopeless.isAfter(true, 0.99)))
                .isTrue();
    }
}
