package dev.rollcall.job;

import java.time.Duration;

/**
 * How many jobs there are of one priority and type, over all instances.
 *
 * @param due waiting for a worker
 * @param scheduled waiting for their time, most of them to be tried again
 * @param running held by a worker
 * @param dead given up, and not yet pruned
 * @param oldestDue how long the one has been due that has waited for longest; zero where none is
 */
public record QueueLine(
        Priority priority, String type, long due, long scheduled, long running, long dead, Duration oldestDue) {

    QueueLine withDead(long number) {
        return new QueueLine(priority, type, due, scheduled, running, number, oldestDue);
    }
}
