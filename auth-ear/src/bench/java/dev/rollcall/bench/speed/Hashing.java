package dev.rollcall.bench.speed;

import dev.rollcall.crypto.PasswordHasher;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many passwords this machine hashes in a second when it does nothing else: our own hasher, on all processors. */
final class Hashing {

    /** What a password costs, as our digests say it. */
    static final int MEMORY;

    static final int PASSES;

    private static final PasswordHasher HASHER = new PasswordHasher();

    static {
        var cost = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$.*")
                .matcher(HASHER.hash(Ours.PASSWORD));
        if (!cost.matches()) {
            throw new IllegalStateException("the cost of passwords is said in another way");
        }
        MEMORY = Integer.parseInt(cost.group(1));
        PASSES = Integer.parseInt(cost.group(2));
    }

    private Hashing() {}

    static Figure run(int seconds) throws Exception {
        var digest = HASHER.hash(Ours.PASSWORD);
        var done = new AtomicLong();
        long begun = System.nanoTime();
        Callable<Void> work = () -> {
            while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
                HASHER.matches(Ours.PASSWORD, digest);
                done.incrementAndGet();
            }
            return null;
        };
        int processors = Runtime.getRuntime().availableProcessors();
        var threads = Executors.newFixedThreadPool(processors);
        try {
            for (var each : threads.invokeAll(
                    Stream.generate(() -> work).limit(processors).toList())) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        return Figure.of(done.get() / ((System.nanoTime() - begun) / 1e9));
    }
}
