package dev.rollcall.template;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON as templates see it: maps, lists and plain values, whose every turn through them counts. */
final class Values {

    private Values() {}

    static Object of(JsonValue value, Budget budget) {
        return switch (value.getValueType()) {
            case OBJECT -> new CountedMap((JsonObject) value, budget);
            case ARRAY -> new CountedList((JsonArray) value, budget);
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue().toPlainString();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> "";
        };
    }

    private static <T> Iterator<T> counted(Iterator<T> iterator, Budget budget) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public T next() {
                budget.step();
                return iterator.next();
            }
        };
    }

    private static final class CountedList extends AbstractList<Object> {

        private final List<JsonValue> values;
        private final Budget budget;

        CountedList(List<JsonValue> values, Budget budget) {
            this.values = values;
            this.budget = budget;
        }

        @Override
        public Object get(int index) {
            budget.step();
            return of(values.get(index), budget);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public Iterator<Object> iterator() {
            return counted(values.stream().map(v -> of(v, budget)).iterator(), budget);
        }
    }

    private static final class CountedMap extends AbstractMap<String, Object> {

        private final Map<String, JsonValue> values;
        private final Budget budget;

        CountedMap(Map<String, JsonValue> values, Budget budget) {
            this.values = values;
            this.budget = budget;
        }

        @Override
        public Object get(Object key) {
            var value = values.get(key);
            return value == null ? null : of(value, budget);
        }

        @Override
        public boolean containsKey(Object key) {
            return values.containsKey(key);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new java.util.AbstractSet<>() {

                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    var entries = values.entrySet().stream()
                            .map(e -> Map.entry(e.getKey(), of(e.getValue(), budget)))
                            .iterator();
                    return counted(entries, budget);
                }

                @Override
                public int size() {
                    return values.size();
                }
            };
        }
    }
}
