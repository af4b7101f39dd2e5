package dev.rollcall.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** How many seconds of a processor a server and PostgreSQL have taken so far. */
record Cpu(double server, double database) {

    static Cpu of(Stream<ProcessHandle> server, Stream<ProcessHandle> database) {
        return new Cpu(seconds(server), seconds(database));
    }

    /** What was taken after that. */
    Cpu since(Cpu earlier) {
        return new Cpu(server - earlier.server, Math.max(0, database - earlier.database));
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                .mapToDouble(each ->
                        each.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3 + ended(each))
                .sum();
    }

    /** What children took that are no more: connections that were closed. */
    private static double ended(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            var numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(numbers[13]) + Long.parseLong(numbers[14])) / 100.0;
        } catch (IOException goneOrNotLinux) {
            return 0;
        }
    }
}
