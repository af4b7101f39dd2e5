package dev.rollcall.bench.speed;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much is measured: {@code -Dbench.seconds=3 -Dbench.runs=1} for a trial.
 *
 * @param seconds how long each run takes
 * @param runs how often each side of a row runs; the table shows medians
 * @param warmUp for how many seconds each side of a row runs, in turns of as long as a run, before it counts
 * @param connections how many connections the load comes over
 * @param users the numbers of users that there are, in turn, from few to many
 * @param rows which rows are wanted, by their names; all of them if empty
 */
public record Options(int seconds, int runs, int warmUp, int connections, List<Integer> users, Set<String> rows) {

    /** What {@code -Dbench.…} says, which these are the names of. */
    public static Options given() {
        int seconds = Integer.getInteger("bench.seconds", 10);
        return new Options(
                seconds,
                Integer.getInteger("bench.runs", 5),
                Integer.getInteger("bench.warmup", 3 * seconds),
                Integer.getInteger("bench.connections", 32),
                list("bench.users", "1000,1000000").map(Integer::valueOf).toList(),
                Set.copyOf(list("bench.rows", "").toList()));
    }

    boolean want(Row row) {
        return rows.isEmpty() || rows.contains(row.name());
    }

    boolean wantAny(Rows some) {
        return rows.isEmpty() || !Collections.disjoint(rows, some.names());
    }

    private static Stream<String> list(String property, String otherwise) {
        return Stream.of(System.getProperty(property, otherwise).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty());
    }
}
