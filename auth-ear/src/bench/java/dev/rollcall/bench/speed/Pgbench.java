package dev.rollcall.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Statements by `pgbench` on our server's database: what PostgreSQL does for a server that costs nothing. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+) \\(without");
    private static final Pattern DONE = Pattern.compile("actually processed: (\\d+)");

    /** The shell's own word on what it has waited for, the last line: how long children were busy for users, and for the system. */
    private static final Pattern BUSY = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    private final Path files;
    private final Ours ours;
    private final int connections;
    private final String schema;

    Pgbench(Path files, Ours ours, int connections) {
        this(files, ours, connections, "public");
    }

    private Pgbench(Path files, Ours ours, int connections, String schema) {
        this.files = files;
        this.ours = ours;
        this.connections = connections;
        this.schema = schema;
    }

    /** The same on tables that hide those of our server. */
    Pgbench inSchema(String other) {
        return new Pgbench(files, ours, connections, other);
    }

    /** Keeps a script, by its name, for whoever wants to know what a limit is. */
    Path script(String name, String text) throws IOException {
        return Files.writeString(files.resolve("limit-" + name + ".sql"), text);
    }

    /** For so many seconds. An error, and a {@code gset} without a row, fails the run. */
    Figure run(Path script, int seconds, Map<String, ?> variables) throws IOException, InterruptedException {
        return run(script, "--time=" + seconds, variables);
    }

    /** So many times on each connection. */
    Figure times(Path script, int times, Map<String, ?> variables) throws IOException, InterruptedException {
        return run(script, "--transactions=" + times, variables);
    }

    private Figure run(Path script, String bound, Map<String, ?> variables) throws IOException, InterruptedException {
        var database = URI.create(ours.stand().database("rollcall").substring("jdbc:".length()));
        var log = Files.createTempDirectory(files, "pgbench").resolve("log");
        var command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "\"$@\"; status=$?; times; exit $status",
                "sh",
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                bound,
                "--file=" + script,
                "--log",
                "--log-prefix=" + log,
                "--host=127.0.0.1",
                "--port=" + database.getPort(),
                "--username=postgres"));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add("rollcall");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "postgres");
        builder.environment().put("PGOPTIONS", "--search_path=" + schema);
        double before = ours.cpu().database();
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double spent = ours.cpu().database() - before;
        if (process.waitFor() != 0 || !RATE.matcher(said).find()) {
            throw new IllegalStateException("pgbench said: " + said);
        }
        double rate = number(RATE, said);
        double seconds = number(DONE, said) / rate;
        var latencies = latencies(log.getParent());
        return new Figure(
                rate,
                latencies[latencies.length / 2],
                latencies[latencies.length * 99 / 100],
                busy(said) / seconds,
                0,
                spent * 1e3 / latencies.length);
    }

    /** Milliseconds, sorted; the third column is in microseconds. */
    private static double[] latencies(Path directory) throws IOException {
        var all = new ArrayList<Double>();
        try (var logs = Files.list(directory)) {
            for (var log : logs.toList()) {
                try (var lines = Files.lines(log)) {
                    lines.map(line -> Double.parseDouble(line.split(" ")[2]) / 1e3)
                            .forEach(all::add);
                }
                Files.delete(log);
            }
        }
        Files.delete(directory);
        return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double busy(String said) {
        var busy = BUSY.matcher(said);
        if (!busy.find()) {
            return 0;
        }
        return 60 * (Double.parseDouble(busy.group(1)) + Double.parseDouble(busy.group(3)))
                + Double.parseDouble(busy.group(2))
                + Double.parseDouble(busy.group(4));
    }

    private static double number(Pattern pattern, String said) {
        var found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("pgbench said: " + said);
        }
        return Double.parseDouble(found.group(1));
    }
}
