package dev.rollcall.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/** `mvn -q -Prun`: a database, the server in the foreground, a word of welcome, and all of it gone after Ctrl-C. */
public final class Run {

    /** Liberty keeps what it found in classes, and finds nothing in those that a compiler is just writing anew. */
    private static final String NO_STALE_SCANS = "-Danno.cache.disabled=true";

    /** @param arguments the directory for data, keys and logs; Liberty's; the server's name */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Console.explain(() -> {
            var home = new Home(Path.of(arguments[0]));
            try (var ours = home.lock().channel()) {
                var stage = new Stage(home, Path.of(arguments[1]), arguments[2]);
                var server = stage.raise(
                        Ports.claim(System.getenv()), Map.of("UPDATE_TRIGGER", "polled", "JVM_ARGS", NO_STALE_SCANS));
                var took = System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime();
                Console.say(new Welcome(server, home, took / 1000).toString());
                server.awaitEnd();
            }
        });
    }

    private Run() {}
}
