package dev.rollcall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of requests: how long the answers took, and what failed. */
final class Tally {

    private final List<Double> millis = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();

    synchronized void answered(double took) {
        millis.add(took);
    }

    synchronized void failed(String how) {
        failures.merge(how, 1, Integer::sum);
    }

    synchronized int failures() {
        return failures.values().stream().mapToInt(n -> n).sum();
    }

    synchronized Map<String, Integer> outcomes() {
        return new TreeMap<>(failures);
    }

    @Override
    public synchronized String toString() {
        var sorted = millis.stream().sorted().toList();
        var times = sorted.isEmpty() ? "" : ", p50 %.0f ms, p99 %.0f ms".formatted(at(sorted, 50), at(sorted, 99));
        return "%d answered%s, %d failed %s".formatted(sorted.size(), times, failures(), failures);
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
