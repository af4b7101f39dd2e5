package dev.rollcall.bench.speed;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one run has shown.
 *
 * @param value how many a second, or whatever the row counts
 * @param p50Millis the time that half of the answers came within; 0 where nobody waited for an answer
 * @param p99Millis the time that all but one in a hundred came within
 * @param generatorCores how many processors the load itself took
 * @param serverMillis how long the server kept a processor busy for each answer, which tells more than the value where others work too
 * @param databaseMillis how long PostgreSQL did
 */
public record Figure(
        double value,
        double p50Millis,
        double p99Millis,
        double generatorCores,
        double serverMillis,
        double databaseMillis) {

    /** A figure that no load was needed for. */
    public static Figure of(double value) {
        return new Figure(value, 0, 0, 0, 0, 0);
    }

    /** Whether requests were sent for it. */
    boolean isOfLoad() {
        return generatorCores > 0;
    }

    /** The median of each of the numbers. */
    static Figure median(List<Figure> figures) {
        return new Figure(
                median(figures, Figure::value),
                median(figures, Figure::p50Millis),
                median(figures, Figure::p99Millis),
                median(figures, Figure::generatorCores),
                median(figures, Figure::serverMillis),
                median(figures, Figure::databaseMillis));
    }

    /** The same run, with its 99th percentile as what is counted. */
    Figure ofP99() {
        return new Figure(p99Millis, p50Millis, p99Millis, generatorCores, serverMillis, databaseMillis);
    }

    @Override
    public String toString() {
        if (!isOfLoad()) {
            return String.format(Locale.ROOT, "%,.1f", value);
        }
        return String.format(
                Locale.ROOT,
                "%,.1f; p50 %.2f ms, p99 %.2f ms; load %.2f cores; each takes server %.3f ms, database %.3f ms",
                value,
                p50Millis,
                p99Millis,
                generatorCores,
                serverMillis,
                databaseMillis);
    }

    private static double median(List<Figure> figures, ToDoubleFunction<Figure> number) {
        var sorted = figures.stream().mapToDouble(number).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
