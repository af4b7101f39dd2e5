package dev.rollcall.security;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Transactions;
import dev.rollcall.json.Json;
import dev.rollcall.trace.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Secret keys and operators' tokens that opened nothing, for the audit log. They are counted in memory by network and kind of key, and
 * written beside the requests: soon after the first, and once more when its hour is over. So whoever guesses causes two rows an hour from
 * each network, and all of them together no more than this node has room for.
 */
@ApplicationScoped
public class RefusedKeys {

    static final Duration PERIOD = Duration.ofHours(1);

    /** Networks that are told apart; what comes from more of them at once is counted together. */
    static final int MOST = 50;

    static final String ELSEWHERE = "";

    private static final Logger LOG = Logger.getLogger(RefusedKeys.class.getName());
    private static final List<String> KINDS = List.of("sk_live_", "sk_test_", "plapi_", "whp_");

    @Inject
    private AuditLog audit;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    private final Map<Source, Tally> tallies = new LinkedHashMap<>();

    /** Where keys were shown from, to which API, and of which kind they were. */
    record Source(String network, String api, String kind) {}

    /** How many of them are to be written down, since when. */
    record Line(Source source, int count, Instant since) {}

    /** What a source has done in the hour after its first attempt. */
    private static final class Tally {

        private final Instant since;
        private int untold;
        private boolean told;

        Tally(Instant since) {
            this.since = since;
        }
    }

    /** For the container. */
    public RefusedKeys() {}

    RefusedKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * A key was shown that opens nothing.
     *
     * @param api which API it was shown to
     * @param shown the key; nothing but its kind is kept
     */
    public void note(String api, String shown) {
        note(Network.of(Cause.current().map(Cause::ip).orElse("")), api, shown);
    }

    synchronized void note(String network, String api, String shown) {
        var kind = Stream.concat(KINDS.stream(), Stream.of(""))
                .filter(shown::startsWith)
                .findFirst()
                .orElseThrow();
        var source = new Source(network, api, kind);
        if (!tallies.containsKey(source) && tallies.size() >= MOST) {
            source = new Source(ELSEWHERE, api, kind);
        }
        tallies.computeIfAbsent(source, s -> new Tally(clock.real())).untold++;
    }

    /** Writes what is due; what cannot be written now is tried again. */
    void write() {
        var due = due();
        if (due.isEmpty()) {
            return;
        }
        try {
            transactions.separate(() -> {
                due.forEach(this::record);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "refused keys were not written down and will be tried again", e);
            due.forEach(this::takeBack);
        }
    }

    /** The first attempts of new sources, and the rest of those whose hour is over. */
    synchronized List<Line> due() {
        var now = clock.real();
        var due = new ArrayList<Line>();
        tallies.entrySet().removeIf(entry -> {
            var tally = entry.getValue();
            boolean over = !now.isBefore(tally.since.plus(PERIOD));
            if (tally.untold > 0 && (over || !tally.told)) {
                due.add(new Line(entry.getKey(), tally.untold, tally.since));
                tally.untold = 0;
                tally.told = true;
            }
            return over;
        });
        return due;
    }

    private synchronized void takeBack(Line line) {
        var tally = tallies.computeIfAbsent(line.source, s -> new Tally(line.since));
        tally.untold += line.count;
        tally.told = false;
    }

    private void record(Line line) {
        Cause.ofRequest("", line.source.network, "").enter();
        try {
            audit.record(
                    null,
                    AuditAct.of("key.refused", "key", line.source.kind)
                            .changing(
                                    null,
                                    Json.createObjectBuilder()
                                            .add("api", line.source.api)
                                            .add("count", line.count)
                                            .add("since", line.since.toString())
                                            .build()));
        } finally {
            Cause.leave();
        }
    }
}
