package dev.rollcall.key;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All keys of an instance: the one that signs now, perhaps the next one, and those that have signed and still verify. */
final class InstanceKeys {

    /** A pair and since when it signs. */
    record Timed(SigningPair pair, Instant signsFrom) {}

    private final List<Timed> newestFirst;

    InstanceKeys(List<Timed> keys) {
        newestFirst = keys.stream()
                .sorted(Comparator.comparing(Timed::signsFrom).reversed())
                .toList();
    }

    /** A token signed by the pair whose time it is. */
    String sign(JsonObject claims, String category, Instant now) {
        return current(now).sign(claims, category);
    }

    /** The claims of a token that any of the pairs has signed, also one whose time comes on other nodes a little earlier. */
    Optional<JsonObject> verify(String jwt) {
        return newestFirst.stream()
                .flatMap(key -> key.pair.verify(jwt).stream())
                .findFirst();
    }

    /** The public halves, the one that signs now first: some take the first and look no further. */
    JwksView jwks(Instant now) {
        var current = current(now);
        var others = newestFirst.stream().map(Timed::pair).filter(pair -> pair != current);
        return new JwksView(
                Stream.concat(Stream.of(current), others).map(SigningPair::jwk).toList());
    }

    /** The public half of the one that signs now. */
    String pem(Instant now) {
        return current(now).pem();
    }

    private SigningPair current(Instant now) {
        return newestFirst.stream()
                .filter(key -> !key.signsFrom.isAfter(now))
                .findFirst()
                .orElse(newestFirst.get(newestFirst.size() - 1))
                .pair;
    }
}
