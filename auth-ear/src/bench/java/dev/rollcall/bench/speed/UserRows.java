package dev.rollcall.bench.speed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What an app's server asks about users, about others each time. The limit is the same statements, the peer Keycloak's admin API. */
final class UserRows implements Rows {

    /** So many that a peer that keeps ten thousand of them in memory does not have them all there. */
    private static final int DIFFERENT = 20_000;

    /** Enough to keep all processors busy, and so few that a peer that reads a whole table for each is heard of within a run. */
    private static final int SEARCHERS = 4;

    /** For `pgbench`: somebody of the crowd. */
    private static final String ANYBODY = "\\set n random(1, :users)\n";

    /**
     * A question about somebody, who is given by number.
     *
     * @param ours a path of the Backend API
     * @param theirs a path of the realm's admin API
     * @param answer what must be in both answers
     * @param instead what depends on the number in our statements, and as what SQL
     */
    private record Question(
            String name,
            String what,
            int connections,
            IntFunction<String> ours,
            IntFunction<String> theirs,
            IntFunction<String> answer,
            IntFunction<Map<String, String>> instead) {}

    @Override
    public Set<String> names() {
        return Set.of("user", "users", "search");
    }

    @Override
    public List<Row> in(Setting setting) throws Exception {
        int connections = setting.options().connections();
        return List.of(
                row(
                        setting,
                        new Question(
                                "user",
                                "`GET /v1/users/{id}`",
                                connections,
                                n -> "/" + Crowd.user(n),
                                n -> "/" + Crowd.peer(n),
                                Crowd::email,
                                n -> Map.of(Crowd.user(n), Crowd.userInSql("n")))),
                row(
                        setting,
                        new Question(
                                "users",
                                "`GET /v1/users?limit=10`",
                                connections,
                                n -> "?limit=10",
                                n -> "?max=10",
                                n -> "@example",
                                n -> Map.of())),
                row(
                        setting,
                        new Question(
                                "search",
                                "`GET /v1/users?query=`, which finds one, over %d connections".formatted(SEARCHERS),
                                SEARCHERS,
                                n -> "?limit=10&query=p" + n + "@",
                                n -> "?max=10&search=p" + n + "@",
                                Crowd::email,
                                n -> Map.of("p" + n + "@", "'p' || :n::text || '@'"))));
    }

    private static Row row(Setting setting, Question question) {
        IntFunction<Request> ours = n -> setting.ours().fromServer(Request.get("/v1/users" + question.ours.apply(n)));
        var limit = new Limit(setting, question, ours);
        return Row.of(
                        question.name,
                        question.what,
                        seconds -> asked(setting, setting.ours(), setting.onOurs(), question, ours, seconds))
                .limit("same SQL", limit::run)
                .peer(
                        "admin API",
                        seconds -> asked(
                                setting,
                                setting.keycloak(),
                                setting.onKeycloak(),
                                question,
                                theirs(setting, question),
                                seconds));
    }

    /** With a token of now: one does not live as long as a benchmark. */
    private static IntFunction<Request> theirs(Setting setting, Question question) throws Exception {
        var token = "Bearer " + setting.keycloak().adminToken();
        return n -> Request.get("/admin/realms/" + Keycloak.REALM + "/users" + question.theirs.apply(n))
                .header("Authorization", token);
    }

    private static Figure asked(
            Setting setting, Target server, Load load, Question question, IntFunction<Request> request, int seconds)
            throws Exception {
        int somebody = setting.crowd().anybody();
        var body = server.send(request.apply(somebody)).body();
        if (!body.contains(question.answer.apply(somebody))) {
            throw new IllegalStateException(request.apply(somebody).path() + " answered " + body);
        }
        var requests = IntStream.generate(setting.crowd()::anybody)
                .limit(DIFFERENT)
                .mapToObj(request)
                .distinct()
                .toList();
        return load.connections(question.connections).run(requests, seconds);
    }

    /** Listens to our server once there is a crowd, and then asks PostgreSQL the same. */
    private static final class Limit {

        private final Setting setting;
        private final Question question;
        private final IntFunction<Request> request;
        private Path script;

        Limit(Setting setting, Question question, IntFunction<Request> request) {
            this.setting = setting;
            this.question = question;
            this.request = request;
        }

        Figure run(int seconds) throws Exception {
            var pgbench = new Pgbench(setting.files(), setting.ours(), question.connections);
            if (script == null) {
                var last = new AtomicInteger();
                var heard = Overheard.of(setting.ours(), () -> {
                    last.set(setting.crowd().anybody());
                    setting.ours().send(request.apply(last.get()));
                });
                script = pgbench.script(question.name, ANYBODY + heard.script(question.instead.apply(last.get())));
            }
            return pgbench.run(script, seconds, Map.of("users", setting.crowd().size()));
        }
    }
}
