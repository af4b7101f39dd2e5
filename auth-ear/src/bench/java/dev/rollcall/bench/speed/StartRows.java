package dev.rollcall.bench.speed;

import dev.rollcall.bench.speed.Row.Run;
import dev.rollcall.bench.speed.Row.Unit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** From the start of the process until it says that it is ready, and how much memory it holds. */
final class StartRows implements Rows {

    /** After which a server that nobody asks for anything holds what it will hold. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Map<Target, Queue<Double>> idle = new HashMap<>();

    @Override
    public Set<String> names() {
        return Set.of("memory-used", "start", "memory-idle");
    }

    @Override
    public List<Row> in(Setting setting) {
        return List.of(
                row(setting, "memory-used", "resident memory after these runs", Unit.MEGABYTES, this::used),
                row(setting, "start", "start to ready", Unit.SECONDS, this::started),
                row(setting, "memory-idle", "resident memory, idle after a start", Unit.MEGABYTES, this::idle));
    }

    /** What is asked of each of the three servers. */
    private interface Question {
        double of(Target server) throws Exception;
    }

    private static Row row(Setting setting, String name, String what, Unit unit, Question question) {
        return Row.of(name, what, unit, run(setting.ours(), question))
                .limit("bare Liberty", run(setting.bare(), question))
                .peer("Keycloak", run(setting.keycloak(), question))
                .atTheEnd();
    }

    private static Run run(Target server, Question question) {
        return seconds -> Figure.of(question.of(server));
    }

    private double used(Target server) throws Exception {
        return server.residentMegabytes();
    }

    private double started(Target server) throws Exception {
        server.stop();
        var took = server.start();
        Thread.sleep(SETTLED.toMillis());
        idle.computeIfAbsent(server, none -> new ArrayDeque<>()).add(server.residentMegabytes());
        return took.toMillis() / 1e3;
    }

    /** What was seen at one of the starts, each of which counts once. */
    private double idle(Target server) throws Exception {
        if (!idle.containsKey(server) || idle.get(server).isEmpty()) {
            started(server);
        }
        return idle.get(server).remove();
    }
}
