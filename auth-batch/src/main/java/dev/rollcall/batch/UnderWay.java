package dev.rollcall.batch;

import dev.rollcall.job.Bell;
import dev.rollcall.job.Lease;
import dev.rollcall.job.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The jobs that one worker has begun, and what became of those that have ended since it last asked. */
final class UnderWay {

    private final Set<Lease> running = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Settled> ended = new ConcurrentLinkedQueue<>();
    private final Bell bell;

    UnderWay(Bell bell) {
        this.bell = bell;
    }

    void begun(Lease lease) {
        running.add(lease);
    }

    /** Told from whichever thread ended it. */
    void ended(Settled settled) {
        ended.add(settled);
        running.remove(settled.lease());
        bell.ring();
    }

    int count() {
        return running.size();
    }

    List<Lease> leases() {
        return List.copyOf(running);
    }

    /** What has ended; told once. */
    List<Settled> ended() {
        var all = new ArrayList<Settled>();
        for (var settled = ended.poll(); settled != null; settled = ended.poll()) {
            all.add(settled);
        }
        return all;
    }
}
