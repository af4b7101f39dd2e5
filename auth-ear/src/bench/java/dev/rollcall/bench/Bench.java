package dev.rollcall.bench;

import dev.rollcall.bench.speed.Speed;
import dev.rollcall.run.Stand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * `mvn -q -Pbench`: what the queue does, measured and printed, never asserted. `-Dbench=` names one of the measurements, among them
 * {@code speed}, which runs alone: it brings other servers along.
 */
public final class Bench {

    /** One measurement. */
    interface Measurement {
        void run(App app) throws Exception;
    }

    /** How long servers that are stopped drain. */
    static final Duration DRAIN = Duration.ofSeconds(3);

    private static final String SPEED = "speed";
    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("drain", new Drain());
        ALL.put("latency", new UrgentMail());
        ALL.put("hang", new HangingPeers());
        ALL.put("crash", Crashes.ofTheServer());
        ALL.put("crash-database", Crashes.ofTheDatabase());
        ALL.put("hang-database", new HangingDatabase());
        ALL.put("enumeration", new Enumeration());
        ALL.put("users", new Users());
        ALL.put("stop", new Stops());
        ALL.put("overload", new Overload());
    }

    private Bench() {}

    /** @param arguments the home for data and logs; Liberty's directory; the server's name; what to measure */
    public static void main(String[] arguments) throws Exception {
        var wanted = arguments[3];
        if (wanted.equals(SPEED)) {
            Speed.run(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
            return;
        }
        try (var stand = Stand.raise(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                arguments[2],
                Map.of(
                        "UPDATE_TRIGGER",
                        "disabled",
                        "ROLLCALL_RATE_LIMITS",
                        "off",
                        "ROLLCALL_DRAIN",
                        DRAIN.toString()))) {
            for (var each : ALL.entrySet()) {
                if (wanted.equals("all") || wanted.equals(each.getKey())) {
                    say("## " + each.getKey());
                    each.getValue().run(new App(stand));
                }
            }
        }
    }

    /** A line of the result. */
    static void say(String line, Object... values) {
        System.out.println(line.formatted(values));
    }
}
