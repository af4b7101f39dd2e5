package dev.rollcall.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests by `wrk`, each connection with the next one as soon as it has its answer. An answer that is no 2xx fails the run. */
public final class Load {

    /** Stands between two requests in the file. */
    private static final String BREAK = "\u001e";

    /** As quick as can be: the requests are ready, and answers are looked at by wrk itself, which notices bad ones. */
    private static final String SCRIPT = """
            local all, n, pause = {}, 0, 0
            function init(args)
              for text in io.open(args[1]):read("*a"):gmatch("[^\\30]+") do all[#all + 1] = text end
              pause = tonumber(args[2])
              if pause > 0 then delay = function() return pause end end
            end
            function request()
              n = n % #all + 1
              return all[n]
            end
            function done(summary, latency)
              local bad = summary.errors
              io.write(string.format("FIGURE %d %d %d %d %d %d %f\\n", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(99), bad.status,
                bad.connect + bad.read + bad.write + bad.timeout, os.clock()))
            end
            """;

    private static final Pattern FIGURE = Pattern.compile("FIGURE (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) ([\\d.]+)");

    private final Path directory;
    private final Target target;
    private final int connections;
    private final int pauseMillis;
    private final boolean mayBeRefused;

    private Load(Path directory, Target target, int connections, int pauseMillis, boolean mayBeRefused) {
        this.directory = directory;
        this.target = target;
        this.connections = connections;
        this.pauseMillis = pauseMillis;
        this.mayBeRefused = mayBeRefused;
    }

    /** @param directory for the files that wrk reads; it is there */
    static Load on(Path directory, Target target, int connections) {
        return new Load(directory, target, connections, 0, false);
    }

    public Load connections(int other) {
        return new Load(directory, target, other, pauseMillis, mayBeRefused);
    }

    /** The same with a pause between an answer and the next request, which is how a load is kept below what a server can do. */
    public Load pausing(int millis) {
        return new Load(directory, target, connections, millis, mayBeRefused);
    }

    /** The same, some of which the server may refuse: a flood. */
    public Load refusable() {
        return new Load(directory, target, connections, pauseMillis, true);
    }

    /** Sends the requests in turn for so long. */
    public Figure run(List<Request> requests, int seconds) throws IOException, InterruptedException {
        var script = Files.writeString(directory.resolve("load.lua"), SCRIPT);
        var file = Files.createTempFile(directory, "requests", "");
        Files.writeString(
                file, requests.stream().map(one -> one.text(target.authority())).collect(Collectors.joining(BREAK)));
        var cpu = target.cpu();
        var process = new ProcessBuilder(
                        "wrk",
                        "--threads=1",
                        "--connections=" + connections,
                        "--duration=" + seconds,
                        "--timeout=30",
                        "--script=" + script,
                        target.url(),
                        "--",
                        file.toString(),
                        String.valueOf(pauseMillis))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.delete(file);
        return figure(said, target.cpu().since(cpu));
    }

    private Figure figure(String said, Cpu spent) {
        var numbers = FIGURE.matcher(said);
        if (!numbers.find()) {
            throw new IllegalStateException("wrk said: " + said);
        }
        boolean bad = !numbers.group(5).equals("0") || !numbers.group(6).equals("0");
        if (bad && !mayBeRefused || numbers.group(1).equals("0")) {
            throw new IllegalStateException("%s of %s answers by %s were no 2xx, and %s requests failed."
                    .formatted(numbers.group(5), numbers.group(1), target.url(), numbers.group(6)));
        }
        long answers = Long.parseLong(numbers.group(1));
        double seconds = Long.parseLong(numbers.group(2)) / 1e6;
        return new Figure(
                answers / seconds,
                Long.parseLong(numbers.group(3)) / 1e3,
                Long.parseLong(numbers.group(4)) / 1e3,
                Double.parseDouble(numbers.group(7)) / seconds,
                spent.server() * 1e3 / answers,
                spent.database() * 1e3 / answers);
    }
}
