package dev.rollcall.bench.speed;

import dev.rollcall.bench.speed.Row.Run;
import dev.rollcall.bench.speed.Row.Unit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * How long a token takes while sign-ins by password keep all processors busy. The limit is how long it takes when it is quiet. There are some
 * 300 tokens a second at most, as many as some 15,000 open pages ask for, so that what is seen is not the queue that a full load makes itself.
 */
final class CrowdedRows implements Rows {

    private static final int PAUSE_MILLIS = 100;

    /** More than are let in to be hashed, and so many as a server may well refuse some of. */
    private static final int FLOOD = 32;

    @Override
    public Set<String> names() {
        return Set.of("quiet", "crowded");
    }

    @Override
    public List<Row> in(Setting setting) throws Exception {
        var mints = TokenRows.mints(setting.ours().members(setting.options().connections()), "");
        var refreshes = TokenRows.refreshes(setting);
        var signIns = PasswordRows.ours(setting);
        var grants = PasswordRows.theirs(setting);
        var tokens = setting.onOurs().pausing(PAUSE_MILLIS);
        var theirs = setting.onKeycloak().pausing(PAUSE_MILLIS);
        Run quiet = seconds -> tokens.run(mints, seconds).ofP99();
        return List.of(
                Row.of("quiet", "p99 of a session token, 300 a second", Unit.MILLIS, quiet)
                        .peer("refresh_token grant", seconds -> theirs.run(refreshes, seconds)
                                .ofP99()),
                Row.of(
                                "crowded",
                                "the same amid sign-ins by password",
                                Unit.MILLIS,
                                seconds -> amid(setting.onOurs(), signIns, tokens, mints, seconds))
                        .limit("quiet", quiet)
                        .peer(
                                "the same amid password grants",
                                seconds -> amid(setting.onKeycloak(), grants, theirs, refreshes, seconds)));
    }

    private static Figure amid(Load flood, List<Request> signIns, Load tokens, List<Request> mints, int seconds)
            throws Exception {
        var flooding = CompletableFuture.supplyAsync(() -> flooded(flood, signIns, seconds + 2));
        Thread.sleep(1000);
        var figure = tokens.run(mints, seconds).ofP99();
        flooding.get();
        return figure;
    }

    private static Figure flooded(Load flood, List<Request> signIns, int seconds) {
        try {
            return flood.connections(FLOOD).refusable().run(signIns, seconds);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
