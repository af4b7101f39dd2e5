package dev.rollcall.webhook;

import dev.rollcall.data.Row;
import dev.rollcall.data.Scoped;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Walks a list by time and id, newest first unless {@code order=ascending}: rows that come or go meanwhile shift nothing. */
record Cursor(int limit, boolean ascending, Instant at, String id) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 250;
    private static final Pattern ITERATOR = Pattern.compile("([a-z]+_[0-9A-Za-z]{27})\\.([0-9]{1,15})");

    static Cursor of(Input query) {
        long limit = query.number("limit").orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("limit").saying("limit must be between 1 and 250.");
        }
        boolean ascending = query.text("order").filter("ascending"::equals).isPresent();
        var iterator = query.text("iterator");
        if (iterator.isEmpty()) {
            return new Cursor((int) limit, ascending, null, null);
        }
        var parts = ITERATOR.matcher(iterator.get());
        if (!parts.matches()) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("iterator")
                    .saying("iterator must come from an answer.");
        }
        return new Cursor((int) limit, ascending, Instant.ofEpochMilli(Long.parseLong(parts.group(2))), parts.group(1));
    }

    /** This part of a query's rows, which have an id and a {@code createdAt}. */
    <E extends Row, V> ListOut<V> read(Scoped<E> query, Function<E, Instant> createdAt, Function<E, V> view) {
        if (id != null) {
            var beyond = ascending ? ">" : "<";
            query.where("e.createdAt " + beyond + " :at or (e.createdAt = :at and e.id " + beyond + " :after)")
                    .with("at", at)
                    .with("after", id);
        }
        var direction = ascending ? "" : " desc";
        var rows = query.orderedBy("e.createdAt" + direction + ", e.id" + direction)
                .page(limit + 1, 0)
                .list();
        boolean done = rows.size() <= limit;
        var shown = done ? rows : rows.subList(0, limit);
        var last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        List<V> views = shown.stream().map(view).toList();
        var next = last == null ? null : last.id() + "." + createdAt.apply(last).toEpochMilli();
        return new ListOut<>(views, next, null, done);
    }
}
