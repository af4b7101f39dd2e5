package dev.rollcall.token;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps what handshakes hand over behind nonces that work once, and not for long. */
@ApplicationScoped
class HandshakeStore {

    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final String TAKE =
            "delete from handshake where instance_id = ?1 and id = ?2 returning sealed, expire_at";

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /** Stores the lines; answers the nonce. What nobody fetched in time is swept out on the way. */
    String put(Instance instance, List<String> lines) {
        var now = clock.now();
        rows.of(HandshakeRow.class, instance.id())
                .where("e.expireAt < :now")
                .with("now", now)
                .delete();
        var nonce = Secrets.token();
        var sealed = sealer.seal(Json.createArrayBuilder(lines).build().toString(), context(instance));
        rows.add(new HandshakeRow(instance.id(), Secrets.hash(nonce), sealed, now.plus(LIFETIME)));
        return nonce;
    }

    /** Takes the lines out. One statement reads and deletes, so that of two that show a nonce at once only one gets an answer. */
    Optional<List<String>> take(Instance instance, String nonce) {
        var taken = rows.sql(instance.id(), TAKE).with(Secrets.hash(nonce)).list();
        return taken.stream()
                .filter(row -> clock.now().isBefore(((Timestamp) row[1]).toInstant()))
                .findFirst()
                .map(row -> lines(sealer.open((byte[]) row[0], context(instance))));
    }

    private static List<String> lines(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }

    private static String context(Instance instance) {
        return "handshake/" + instance.id();
    }
}
