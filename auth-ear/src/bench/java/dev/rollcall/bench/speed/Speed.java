package dev.rollcall.bench.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * `mvn -q -Pbench -Dbench=speed`: what our server does, beside what the machine could do and beside what Keycloak does, in one run on one
 * machine, in turns. Prints a Markdown table, and each single figure into a file.
 */
public final class Speed {

    private static final List<Rows> ROWS = List.of(
            new TokenRows(),
            new PasswordRows(),
            new ReadRows(),
            new UserRows(),
            new CrowdedRows(),
            new SignUpRows(),
            new QueueRows(),
            new StartRows());

    private Speed() {}

    /** @param home for data and logs, which is emptied; what is kept stands beside it */
    public static void run(Path home, Path wlp, String serverName) throws Exception {
        var options = Options.given();
        var tools = Tools.versions();
        var files = Files.createDirectories(home.resolveSibling("bench-speed"));
        var peers = home.resolveSibling("bench-peers");
        try (var notes = Notes.in(files)) {
            notes.say("%s", options);
            notes.say("%s", String.join("; ", tools));
            notes.say("%s", Machine.now());
            notes.say("There are no organizations yet, and so no row for their tokens.");
            try (var ours = Ours.raise(home, wlp, serverName);
                    var keycloak = Keycloak.raise(peers, files, ours.stand());
                    var bare = Bare.raise(files, wlp, serverName, ours.stand())) {
                var crowd = new Crowd(ours, keycloak);
                var setting = new Setting(ours, keycloak, bare, crowd, options, files, peers);
                for (var server : List.<Target>of(ours, keycloak, bare)) {
                    notes.say("idle, for the others: %s", server.idle());
                }
                var rows = new ArrayList<Row>();
                for (var some : ROWS.stream().filter(options::wantAny).toList()) {
                    some.in(setting).stream().filter(options::want).forEach(rows::add);
                }
                new Course(options, notes).over(rows, crowd::grow);
            }
        }
    }
}
