package dev.rollcall.job;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which jobs an operator means, read from a query or a body. What a request brings is bound as a parameter and never becomes part of
 * the text.
 */
final class JobFilter {

    /** The names that a filter is made of. */
    static final Set<String> NAMES =
            Set.of("state", "type", "priority", "trace_id", "dedupe_key", "created_at_before", "created_at_after");

    private static final int MOST_VALUES = 100;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final List<JobState> states;

    private JobFilter(List<JobState> states) {
        this.states = states;
    }

    /** Reads every filter of the input; what cannot be meant is refused by name. */
    static JobFilter of(Input input) {
        var states = each(input, "state", JobState::ofWire, wires(JobState.values(), JobState::wire));
        var filter = new JobFilter(states);
        filter.anyOf(states.stream().map(JobState::condition).toList());
        var priorities = each(input, "priority", Priority::ofWire, wires(Priority.values(), Priority::wire));
        filter.in("j.priority", priorities.stream().map(Priority::rank).toList());
        filter.in("j.type", input.list("type", MOST_VALUES));
        filter.in("j.trace_id", input.list("trace_id", MOST_VALUES));
        filter.in("j.dedupe_key", input.list("dedupe_key", MOST_VALUES));
        filter.moment(input, "created_at_before", "j.created_at <");
        filter.moment(input, "created_at_after", "j.created_at >");
        return filter;
    }

    /** The states asked for; none means all. */
    List<JobState> states() {
        return states;
    }

    /** The conditions, each after an {@code and}; every value's place is a question mark. */
    String text() {
        return text.toString();
    }

    /** The same with numbered places, of which this is the first. */
    String text(int firstPlace) {
        var numbered = new StringBuilder();
        int place = firstPlace;
        for (char c : text.toString().toCharArray()) {
            numbered.append(c);
            if (c == '?') {
                numbered.append(place++);
            }
        }
        return numbered.toString();
    }

    /** What the places stand for, in their order. */
    List<Object> values() {
        return values;
    }

    private void anyOf(List<String> conditions) {
        if (!conditions.isEmpty()) {
            text.append(conditions.stream().collect(Collectors.joining(" or ", " and (", ")")));
        }
    }

    private void in(String column, List<?> wanted) {
        if (!wanted.isEmpty()) {
            text.append(
                    wanted.stream().map(w -> "?").collect(Collectors.joining(", ", " and " + column + " in (", ")")));
            values.addAll(wanted);
        }
    }

    private void moment(Input input, String name, String comparison) {
        input.moment(name).ifPresent(at -> {
            text.append(" and ").append(comparison).append(" ?");
            values.add(Timestamp.from(at));
        });
    }

    private static <T> List<T> each(Input input, String name, Function<String, Optional<T>> named, String all) {
        return input.list(name, MOST_VALUES).stream()
                .map(text -> named.apply(text).orElseThrow(() -> refused(name, "must be one of: " + all)))
                .toList();
    }

    private static <E> String wires(E[] all, Function<E, String> wire) {
        return Arrays.stream(all).map(wire).collect(Collectors.joining(", "));
    }

    private static RuntimeException refused(String name, String sentence) {
        return CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(name).saying(name + " " + sentence + ".");
    }
}
