package dev.rollcall.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The programs that the benchmark calls, looked for before anything is started. */
enum Tools {
    WRK("wrk", "wrk", "--version"),
    PGBENCH("pgbench", "postgresql", "--version"),
    NODE("node", "nodejs", "--version"),
    NPM("npm", "npm", "--version"),
    OPENSSL("openssl", "openssl", "version");

    private final String program;
    private final String debian;
    private final String versionOption;

    Tools(String program, String debian, String versionOption) {
        this.program = program;
        this.debian = debian;
        this.versionOption = versionOption;
    }

    /** The first line that each of them says of itself; fails if one of them is not there. */
    static List<String> versions() {
        var versions = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (var tool : values()) {
            try {
                versions.add(tool.version());
            } catch (IOException notThere) {
                missing.add(tool.debian);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "The benchmark needs what is not here: apt-get install " + String.join(" ", missing));
        }
        return versions;
    }

    private String version() throws IOException {
        var process = new ProcessBuilder(program, versionOption)
                .redirectErrorStream(true)
                .start();
        var line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" Copyright.*", "");
        return line.toLowerCase(Locale.ROOT).startsWith(program) ? line : program + " " + line;
    }
}
