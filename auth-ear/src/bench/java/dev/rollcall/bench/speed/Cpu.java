package dev.rollcall.bench.speed;

import java.time.Duration;
import java.util.stream.Stream;

/** How many seconds of a processor a server and PostgreSQL have taken so far. */
record Cpu(double server, double database) {

    static Cpu of(Stream<ProcessHandle> server, Stream<ProcessHandle> database) {
        return new Cpu(seconds(server), seconds(database));
    }

    /** What was taken after that; a connection that has ended meanwhile takes its share along. */
    Cpu since(Cpu earlier) {
        return new Cpu(server - earlier.server, Math.max(0, database - earlier.database));
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                .mapToDouble(each ->
                        each.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3)
                .sum();
    }
}
