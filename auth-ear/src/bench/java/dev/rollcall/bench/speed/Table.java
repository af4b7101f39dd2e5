package dev.rollcall.bench.speed;

import dev.rollcall.bench.speed.Row.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The medians as Markdown: with the most users that there were, and how much of what there was with the fewest is left. */
final class Table {

    private static final String HEAD = """
            | what | ours | limit | ours/limit | peer | ours/peer | p99 ours, peer | processor per answer ours, peer | load's cores | %,d to %,d users |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private final TreeMap<Integer, Map<Row, Map<Part, Figure>>> byUsers = new TreeMap<>();

    void add(int users, Row row, Map<Part, List<Figure>> figures) {
        var medians = figures.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Figure.median(each.getValue())));
        byUsers.computeIfAbsent(users, none -> new LinkedHashMap<>()).put(row, medians);
    }

    @Override
    public String toString() {
        if (byUsers.isEmpty()) {
            return "";
        }
        return HEAD.formatted(byUsers.firstKey(), byUsers.lastKey())
                + byUsers.lastEntry().getValue().entrySet().stream()
                        .map(row -> line(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    private String line(Row row, Map<Part, Figure> medians) {
        var ours = medians.get(Part.OURS);
        var limit = Optional.ofNullable(medians.get(Part.LIMIT));
        var peer = Optional.ofNullable(medians.get(Part.PEER));
        var first =
                Optional.ofNullable(byUsers.firstEntry().getValue().get(row)).map(of -> of.get(Part.OURS));
        return "| "
                + String.join(
                        " | ",
                        row.what(),
                        value(row, ours),
                        limit.map(of -> who(row, Part.LIMIT) + " " + value(row, of))
                                .orElse("-"),
                        limit.map(of -> ratio(ours, of)).orElse("-"),
                        peer.map(of -> who(row, Part.PEER) + " " + value(row, of))
                                .orElse("-"),
                        peer.map(of -> ratio(ours, of)).orElse("-"),
                        both(ours, peer, Table::p99),
                        both(ours, peer, Table::each),
                        ours.isOfLoad() ? say("%.2f", ours.generatorCores()) : "-",
                        first.filter(of -> byUsers.size() > 1)
                                .map(of -> ratio(ours, of))
                                .orElse("-"))
                + " |\n";
    }

    private static String who(Row row, Part part) {
        return row.side(part).orElseThrow().who();
    }

    private static String value(Row row, Figure figure) {
        return say(row.unit().format, figure.value());
    }

    private static String ratio(Figure one, Figure other) {
        return say("%.2f", one.value() / other.value());
    }

    private static String both(Figure ours, Optional<Figure> peer, Function<Figure, String> words) {
        return ours.isOfLoad()
                ? words.apply(ours) + peer.map(of -> ", " + words.apply(of)).orElse("")
                : "-";
    }

    private static String p99(Figure figure) {
        return say("%.1f ms", figure.p99Millis());
    }

    /** What an answer costs the server and the database. */
    private static String each(Figure figure) {
        return say("%.2f + %.2f ms", figure.serverMillis(), figure.databaseMillis());
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
