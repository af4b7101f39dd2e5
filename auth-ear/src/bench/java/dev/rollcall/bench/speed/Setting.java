package dev.rollcall.bench.speed;

import java.nio.file.Path;

/** What rows are made of: the servers, all of them up, and how much is to be measured. */
public record Setting(Ours ours, Keycloak keycloak, Bare bare, Crowd crowd, Options options, Path files, Path peers) {

    /** A load on our server. */
    public Load onOurs() {
        return Load.on(files, ours, options.connections());
    }

    /** The same load on Keycloak. */
    public Load onKeycloak() {
        return Load.on(files, keycloak, options.connections());
    }

    /** The same load on the bare server. */
    public Load onBare() {
        return Load.on(files, bare, options.connections());
    }

    /** Statements on our server's database over as many connections. */
    Pgbench onDatabase() {
        return new Pgbench(files, ours, options.connections());
    }
}
