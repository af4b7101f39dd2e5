package dev.rollcall.bench.speed;

import dev.rollcall.bench.speed.Row.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;

/** All runs of all rows: warmed up, in turns, with few users and then with more. */
record Course(Options options, Notes notes, Table table, List<String> failures) {

    Course(Options options, Notes notes) {
        this(options, notes, new Table(), new ArrayList<>());
    }

    /** Sees to it that there are so many users. */
    interface Growth {
        void to(int users) throws Exception;
    }

    /** A row that fails is left out of the table, and ends the benchmark as a failure, but not before the others have been measured. */
    void over(List<Row> rows, Growth growth) throws Exception {
        for (int users : options.users()) {
            notes.say("## %,d users", users);
            growth.to(users);
            boolean most = users == Collections.max(options.users());
            for (var row : rows.stream().filter(row -> most || !row.last()).toList()) {
                try {
                    table.add(users, row, measured(row));
                } catch (Exception e) {
                    failures.add(row.name() + " with " + users + " users: " + e);
                    notes.say("FAILED: %s", e);
                }
            }
        }
        notes.say("%s", table);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(String.join("; ", failures));
        }
    }

    private EnumMap<Part, List<Figure>> measured(Row row) throws Exception {
        notes.say("### %s: %s", row.name(), row.what());
        for (int warmed = 0;
                warmed < options.warmUp();
                warmed += options.seconds()) { // in turns, so that compilers catch up meanwhile
            for (var side : row.sides()) {
                notes.say("warm-up, %s: %s", side.who(), side.run().run(options.seconds()));
            }
        }
        var figures = new EnumMap<Part, List<Figure>>(Part.class);
        for (int run = 1; run <= options.runs(); run++) {
            for (var side : row.sides()) {
                var figure = side.run().run(options.seconds());
                notes.say("run %d, %s: %s", run, side.who(), figure);
                figures.computeIfAbsent(side.part(), none -> new ArrayList<>()).add(figure);
            }
        }
        return figures;
    }
}
