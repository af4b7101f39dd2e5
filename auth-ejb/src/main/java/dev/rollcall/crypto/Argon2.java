package dev.rollcall.crypto;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2 (RFC 9106) digests as PHC strings: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Our own are Argon2id. */
final class Argon2 implements HashFormat {

    /** What OWASP asks for at least: 19 MiB, two passes, one lane. */
    private static final Cost COST = new Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$(argon2id?)\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /** What a digest from elsewhere may cost at most: 128 MiB and ten passes, some ten times our own. */
    private static final Cost MOST = new Cost(131_072, 10, 16);

    /**
     * The memory of hashes that are done, for the next ones. As garbage it outlives the young generation, 19 MiB a sign-in; softly held,
     * it goes when nobody has signed in for a while or something else needs the room.
     */
    private static final Queue<SoftReference<Blocks>> AT_REST = new ConcurrentLinkedQueue<>();

    /** The digest of what nobody knows. */
    static final String NOBODYS = digest(Secrets.token());

    private record Cost(int memory, int passes, int lanes) {}

    private record Parts(Cost cost, byte[] salt, byte[] hash) {}

    /** A digest keeps this kind's name at its head. */
    static final HashFormat ID = new Argon2("argon2id");

    static final HashFormat I = new Argon2("argon2i");

    private final String name;

    private Argon2(String name) {
        this.name = name;
    }

    /** A digest with a fresh salt. */
    static String digest(String raw) {
        var salt = Secrets.bytes(SALT_BYTES);
        return "$argon2id$v=19$m=" + COST.memory + ",t=" + COST.passes + ",p=" + COST.lanes + "$" + encoded(salt) + "$"
                + encoded(compute(Argon2Parameters.ARGON2_id, raw, salt, COST, HASH_BYTES));
    }

    @Override
    public boolean accepts(String digest) {
        return parts(digest).isPresent();
    }

    @Override
    public boolean matches(String raw, String digest) {
        int type = name.equals("argon2i") ? Argon2Parameters.ARGON2_i : Argon2Parameters.ARGON2_id;
        return parts(digest)
                .filter(parts -> MessageDigest.isEqual(
                        parts.hash, compute(type, raw, parts.salt, parts.cost, parts.hash.length)))
                .isPresent();
    }

    private Optional<Parts> parts(String digest) {
        var texts = PHC.matcher(digest);
        if (!texts.matches() || !texts.group(1).equals(name) || !isAffordable(cost(texts))) {
            return Optional.empty();
        }
        var salt = Digests.base64(texts.group(5));
        var hash = Digests.base64(texts.group(6));
        return salt.flatMap(s -> hash.map(h -> new Parts(cost(texts), s, h)));
    }

    private static Cost cost(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
    }

    private static boolean isAffordable(Cost cost) {
        return cost.memory <= MOST.memory
                && cost.passes >= 1
                && cost.passes <= MOST.passes
                && cost.lanes >= 1
                && cost.lanes <= MOST.lanes;
    }

    private static byte[] compute(int type, String raw, byte[] salt, Cost cost, int length) {
        if (!cost.equals(COST)) { // somebody else's, which comes once
            return compute(type, raw, salt, cost, length, new Blocks());
        }
        var blocks = blocks();
        try {
            return compute(type, raw, salt, cost, length, blocks);
        } finally {
            AT_REST.offer(new SoftReference<>(blocks));
        }
    }

    private static Blocks blocks() {
        for (var rested = AT_REST.poll(); rested != null; rested = AT_REST.poll()) {
            var blocks = rested.get();
            if (blocks != null) {
                return blocks;
            }
        }
        return new Blocks();
    }

    private static byte[] compute(int type, String raw, byte[] salt, Cost cost, int length, Blocks blocks) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(type)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .withBlockPool(blocks)
                .build());
        var hash = new byte[length];
        generator.generateBytes(raw.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The memory of one hash at a time, which the generator clears before it gives it back. */
    private static final class Blocks implements BlockPool {

        private final Deque<Block> free = new ArrayDeque<>();

        @Override
        public Block allocate() {
            var block = free.poll();
            return block == null ? new Block() : block;
        }

        @Override
        public void deallocate(Block block) {
            free.push(block);
        }
    }
}
