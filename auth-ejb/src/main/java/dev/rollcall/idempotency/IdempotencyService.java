package dev.rollcall.idempotency;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Requests that may be sent again. The app gives each a key of its own choice; the first request with a key is done, and whoever sends
 * the same again within a day hears the same answer. The database decides who is first: by a unique key, on whichever node.
 *
 * <p>A node that dies leaves its turn behind. When the lease has run out, the next sending is done anew: it cannot be known how far the
 * lost one came.
 */
@Stateless
public class IdempotencyService {

    /** For how long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int TRIES = 3;

    private static final String CLAIM = """
            insert into idempotency as i (instance_id, id, request_hash, owner, lease_until, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (instance_id, id) do update
               set request_hash = excluded.request_hash, owner = excluded.owner, lease_until = excluded.lease_until,
                   created_at = excluded.created_at, status = null, content_type = null, answer = null
             where i.created_at < ?7
                or i.status is null and i.lease_until < excluded.created_at and i.request_hash = excluded.request_hash""";

    private static final String FOUND = """
            select request_hash, status, content_type, answer from idempotency where instance_id = ?1 and id = ?2""";

    private static final String FINISH = """
            update idempotency set status = ?4, content_type = ?5, answer = ?6, lease_until = null
             where instance_id = ?1 and id = ?2 and owner = ?3 and status is null""";

    private static final String RELEASE =
            "delete from idempotency where instance_id = ?1 and id = ?2 and owner = ?3 and status is null";

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /**
     * Decides what is to become of a request.
     *
     * @param key as the app chose it
     * @param request the hash of all that makes the request what it is. Only a MAC of it is stored: a request may hold a password, and
     *     whoever steals the table knows all the rest of it
     */
    public Turn begin(Instance instance, String key, String request) {
        if (!KEY.matcher(key).matches()) {
            throw IdempotencyProblem.IDEMPOTENCY_KEY_INVALID.refusal();
        }
        var turn = new Turn.First(instance.id(), Secrets.hash(key), Secrets.token());
        for (int tries = 0; tries < TRIES; tries++) {
            if (claim(turn, sealer.mac(requestContext(turn), request))) {
                return turn;
            }
            var found = found(turn, request);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw IdempotencyProblem.IDEMPOTENCY_KEY_IN_USE.refusal();
    }

    /** The request was done, with this answer. */
    public void finish(Turn.First turn, KeptAnswer answer) {
        rows.sql(turn.instanceId(), FINISH)
                .with(
                        turn.id(),
                        turn.owner(),
                        answer.status(),
                        answer.contentType(),
                        sealer.sealBytes(answer.body(), context(turn)))
                .run();
    }

    /** The request failed for no fault of its own, and may be tried again under its key. */
    public void release(Turn.First turn) {
        rows.sql(turn.instanceId(), RELEASE).with(turn.id(), turn.owner()).run();
    }

    private boolean claim(Turn.First turn, String request) {
        var now = clock.real();
        return rows.sql(turn.instanceId(), CLAIM)
                        .with(
                                turn.id(),
                                request,
                                turn.owner(),
                                Timestamp.from(now.plus(LEASE)),
                                Timestamp.from(now),
                                Timestamp.from(now.minus(KEPT)))
                        .run()
                > 0;
    }

    /** What the first one left; empty if it has just let go. */
    private Optional<Turn> found(Turn.First turn, String request) {
        return rows.sql(turn.instanceId(), FOUND).with(turn.id()).list().stream()
                .findFirst()
                .map(row -> {
                    if (!sealer.isMac(requestContext(turn), request, (String) row[0])) {
                        throw IdempotencyProblem.IDEMPOTENCY_KEY_REUSED.refusal();
                    }
                    if (row[1] == null) {
                        throw IdempotencyProblem.IDEMPOTENCY_KEY_IN_USE.refusal();
                    }
                    var body = sealer.openBytes((byte[]) row[3], context(turn));
                    return new Turn.Again(new KeptAnswer(((Number) row[1]).intValue(), (String) row[2], body));
                });
    }

    private static String requestContext(Turn.First turn) {
        return "idempotent_request/" + turn.instanceId() + "/" + turn.id();
    }

    private static String context(Turn.First turn) {
        return "idempotency/" + turn.instanceId() + "/" + turn.id();
    }
}
