package dev.rollcall.bench.speed;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sign-ups from the first request to the session: three requests with an e-mail address and a code, with a password and without. The limit is
 * the statements of one of them, with keys of its own each time, and without the hash.
 */
final class SignUpRows implements Rows {

    /** What hashes passwords does not profit from more. */
    private static final int WITH_PASSWORD = 8;

    /** As many as our server lets in at once; it refuses who would wait for long. */
    private static final int WITHOUT = 16;

    /** Keys, hashes of tokens, addresses: what is long and in one piece. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{20,}");

    /** What stands at the end of each of them instead, fifteen digits, which make it another one. */
    private static final int SERIAL = 15;

    private static final String ANOTHER = "\\set another random(100000000000000, 999999999999999)\n";

    @Override
    public Set<String> names() {
        return Set.of("sign-up", "sign-up-code");
    }

    @Override
    public List<Row> in(Setting setting) throws Exception {
        setting.ours()
                .configure(Map.of("test_mode", true, "attributes", Map.of("password", Map.of("required", false))));
        return List.of(
                row(
                        setting,
                        "sign-up",
                        "sign-up with address, code and password: three requests",
                        new SignUps(setting.files(), setting.ours(), true, WITH_PASSWORD)),
                row(
                        setting,
                        "sign-up-code",
                        "sign-up with address and code: three requests",
                        new SignUps(setting.files(), setting.ours(), false, WITHOUT)));
    }

    private static Row row(Setting setting, String name, String what, SignUps signUps) {
        return Row.of(name, what, signUps::run).limit("same SQL", new Limit(setting, name, signUps)::run);
    }

    private static final class Limit {

        private final Setting setting;
        private final String name;
        private final SignUps signUps;
        private Path script;

        Limit(Setting setting, String name, SignUps signUps) {
            this.setting = setting;
            this.name = name;
            this.signUps = signUps;
        }

        Figure run(int seconds) throws Exception {
            var pgbench = new Pgbench(setting.files(), setting.ours(), signUps.connections());
            if (script == null) {
                script = heard(pgbench);
            }
            return pgbench.run(script, seconds, Map.of());
        }

        /** What is in one sign-up and not in another is its own, and has to be another one each time. */
        private Path heard(Pgbench pgbench) throws Exception {
            Overheard.Exchange exchange = () -> signUps.one(SignUps.email());
            var constant = words(Overheard.of(setting.ours(), exchange));
            var heard = Overheard.of(setting.ours(), exchange);
            var own = words(heard);
            own.removeAll(constant);
            return pgbench.script(
                    name, ANOTHER + heard.script(own.stream().collect(Collectors.toMap(word -> word, Limit::another))));
        }

        private static Set<String> words(Overheard heard) {
            return heard.values()
                    .flatMap(value -> WORD.matcher(value).results().map(MatchResult::group))
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private static String another(String word) {
            return "'" + word.substring(0, word.length() - SERIAL) + "' || :another::text";
        }
    }
}
