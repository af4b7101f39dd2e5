package dev.rollcall.run;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/** `mvn -q -Prun`: a database, the server in the foreground, a word of welcome, and all of it gone after Ctrl-C. */
public final class Run {

    /** @param arguments the directory for data, keys and logs; Liberty's; the server's name */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(new Home(Path.of(arguments[0])), Path.of(arguments[1]), arguments[2]);
        } catch (CannotRun sorry) {
            Console.complain(sorry.getMessage());
            System.exit(1); // not thrown on: Maven would bury the sentence under advice
        }
    }

    private static void run(Home home, Path wlp, String serverName) throws InterruptedException {
        var stage = new Stage(home, wlp, serverName);
        var server = stage.raise(Ports.claim(System.getenv()), Map.of());
        var took = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        Console.say(new Welcome(server, home, took / 1000).toString());
        server.awaitEnd();
    }

    private Run() {}
}
