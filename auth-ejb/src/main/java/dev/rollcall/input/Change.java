package dev.rollcall.input;

import java.util.function.Function;

/** What a request says of one field: nothing, that it shall be empty, or a value. */
public sealed interface Change<T> {

    /** The request does not speak of the field. */
    record Absent<T>() implements Change<T> {
        @Override
        public T applyTo(T current) {
            return current;
        }

        @Override
        public <R> Change<R> map(Function<T, R> function) {
            return new Absent<>();
        }
    }

    /** The request empties the field ({@code null} in JSON, the empty string in a form). */
    record Cleared<T>() implements Change<T> {
        @Override
        public T applyTo(T current) {
            return null;
        }

        @Override
        public <R> Change<R> map(Function<T, R> function) {
            return new Cleared<>();
        }
    }

    /** The request sets the field. */
    record Set<T>(T value) implements Change<T> {
        @Override
        public T applyTo(T current) {
            return value;
        }

        @Override
        public <R> Change<R> map(Function<T, R> function) {
            return new Set<>(function.apply(value));
        }
    }

    /** The field's new value, given what it holds now; null is an emptied field. */
    T applyTo(T current);

    /** The same change with its value, if there is one, turned into another. */
    <R> Change<R> map(Function<T, R> function);

    /** Whether the request speaks of the field at all. */
    default boolean isPresent() {
        return !(this instanceof Absent<T>);
    }
}
