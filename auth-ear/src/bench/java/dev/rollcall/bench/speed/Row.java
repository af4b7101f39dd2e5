package dev.rollcall.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of the table: what our server does, what nothing on this machine could do faster, and what the peer does.
 *
 * @param name by which {@code -Dbench.rows=} asks for it
 * @param what for the reader of the table
 * @param unit what the figures count
 * @param sides who is measured, in turn: ours first
 * @param last whether it ends what is warm: then it is measured once, with the most users, after all others
 */
public record Row(String name, String what, Unit unit, List<Side> sides, boolean last) {

    /** What a figure counts. */
    public enum Unit {
        PER_SECOND("%,.0f/s"),
        SECONDS("%.1f s"),
        MILLIS("%.1f ms"),
        MEGABYTES("%,.0f MB");

        final String format;

        Unit(String format) {
            this.format = format;
        }
    }

    /** A column of the table. */
    public enum Part {
        OURS,
        LIMIT,
        PEER
    }

    /** One run of about so many seconds; may throw whatever it likes, which ends the benchmark. */
    public interface Run {
        Figure run(int seconds) throws Exception;
    }

    /** One of those that are measured. */
    public record Side(Part part, String who, Run run) {}

    public static Row of(String name, String what, Run ours) {
        return of(name, what, Unit.PER_SECOND, ours);
    }

    public static Row of(String name, String what, Unit unit, Run ours) {
        return new Row(name, what, unit, List.of(new Side(Part.OURS, "Rollcall", ours)), false);
    }

    public Row limit(String who, Run run) {
        return with(new Side(Part.LIMIT, who, run));
    }

    public Row peer(String who, Run run) {
        return with(new Side(Part.PEER, who, run));
    }

    Optional<Side> side(Part part) {
        return sides.stream().filter(side -> side.part() == part).findFirst();
    }

    private Row with(Side side) {
        var more = new ArrayList<>(sides);
        more.add(side);
        return new Row(name, what, unit, List.copyOf(more), last);
    }

    Row atTheEnd() {
        return new Row(name, what, unit, sides, true);
    }
}
