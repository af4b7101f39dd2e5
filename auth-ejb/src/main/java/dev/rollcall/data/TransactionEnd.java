package dev.rollcall.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Does something at the end of a transaction, when all else is done and rows can still be read and written. A synchronization comes too
 * late for that: by then JPA has sent what it holds, and takes no more.
 */
@ApplicationScoped
public class TransactionEnd {

    private static final Object KEY = TransactionEnd.class;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** The services that are under way in one transaction, one inside the other, and what is left to do after the outermost. */
    private static final class Frames {
        private int depth;
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        private void finish() {
            for (var task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    /** Does this once the outermost service of the current transaction has done its work. If that fails, it is not done. */
    public void add(Runnable task) {
        var frames = frames();
        frames.tasks.add(task);
        if (frames.depth == 0) {
            frames.finish();
        }
    }

    /** Goes on with a call of a service. */
    Object around(InvocationContext call) throws Exception {
        if (transaction.getTransactionKey() == null) {
            return call.proceed();
        }
        var frames = frames();
        frames.depth++;
        try {
            var result = call.proceed();
            if (frames.depth == 1) {
                frames.finish();
            }
            return result;
        } finally {
            frames.depth--;
        }
    }

    private Frames frames() {
        if (transaction.getResource(KEY) instanceof Frames known) {
            return known;
        }
        var frames = new Frames();
        transaction.putResource(KEY, frames);
        return frames;
    }
}
