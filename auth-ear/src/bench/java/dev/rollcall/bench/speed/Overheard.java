package dev.rollcall.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What our server asks PostgreSQL while it answers, as PostgreSQL itself logs it: so a limit asks the same, however our server changes.
 * What the server asks anyhow, every few seconds, is not heard twice, and is left out, as is the work of the queue.
 */
record Overheard(List<Statement> statements) {

    /** @param values what stands in the places of the parameters; null for NULL */
    record Statement(String backend, String sql, Map<Integer, String> values) {

        boolean begins() {
            return sql.equalsIgnoreCase("begin");
        }

        boolean ends() {
            return sql.equalsIgnoreCase("commit") || sql.equalsIgnoreCase("rollback");
        }

        private boolean changes() {
            return sql.matches("(?is)(insert|update|delete|with)\\b.*");
        }

        private boolean isRelevant() {
            return !sql.isBlank() && !sql.matches("(?is)(set|show|discard|deallocate|update job)\\b.*");
        }
    }

    /** What is listened to. */
    interface Exchange {
        void happen() throws Exception;
    }

    private static final int WARM_UP = 12; // after five executions a statement is prepared for good
    private static final int BETWEEN_MILLIS = 1300; // in step with nothing that comes every so many seconds
    private static final int LOG_MILLIS = 500; // until settings are known everywhere, and lines are written
    private static final String MARK = "#@# ";
    private static final Pattern STATEMENT =
            Pattern.compile("(\\d+) rollcall LOG:  (?:execute (?!fetch)[^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern VALUES =
            Pattern.compile("\\d+ rollcall DETAIL:  (?i:parameters): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']|'')*+)')", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    /** What the server asks when everything that it keeps in memory is there. */
    static Overheard of(Ours ours, Exchange exchange) throws Exception {
        for (int n = 0; n < WARM_UP; n++) {
            exchange.happen();
        }
        var log = ours.stand().file("logs/postgres.log");
        settings(ours, "set log_line_prefix = '" + MARK + "%p %d '", "set log_statement = 'all'");
        try {
            var once = heard(log, exchange);
            Thread.sleep(BETWEEN_MILLIS);
            var again = heard(log, exchange);
            var both = once.stream().map(Statement::sql).collect(Collectors.toSet());
            return new Overheard(inTransactions(again.stream()
                    .filter(one -> one.isRelevant() && both.contains(one.sql()))
                    .toList()));
        } finally {
            settings(ours, "reset log_statement", "reset log_line_prefix");
        }
    }

    private static List<Statement> heard(Path log, Exchange exchange) throws Exception {
        long before = Files.size(log);
        exchange.happen();
        Thread.sleep(LOG_MILLIS);
        return read(log, before, Files.size(log));
    }

    /** How many there are, beginnings and ends of transactions not counted. */
    long count() {
        return statements.stream().filter(one -> !one.begins() && !one.ends()).count();
    }

    /** All values that are not NULL. */
    Stream<String> values() {
        return statements.stream()
                .flatMap(one -> one.values().values().stream())
                .filter(Objects::nonNull);
    }

    /**
     * The same as a script for `pgbench`. Reads stand by themselves, for they need no transaction.
     *
     * @param instead parts of values, and the SQL that stands in their place
     */
    String script(Map<String, String> instead) {
        boolean changing = statements.stream().anyMatch(Statement::changes);
        return statements.stream()
                .filter(one -> changing || !one.begins() && !one.ends())
                .map(one -> PLACE.matcher(one.sql())
                        .replaceAll(place -> Matcher.quoteReplacement(
                                literal(one.values().get(Integer.valueOf(place.group(1))), instead))))
                .collect(Collectors.joining(";\n", "-- %d statements\n".formatted(count()), ";\n"));
    }

    private static String literal(String value, Map<String, String> instead) {
        if (value == null) {
            return "NULL";
        }
        for (var part : instead.entrySet()) {
            int at = value.indexOf(part.getKey());
            if (at >= 0) {
                var rest = value.substring(at + part.getKey().length());
                var before = at == 0 ? "" : literal(value.substring(0, at), instead) + " || ";
                var after = rest.isEmpty() ? "" : " || " + literal(rest, instead);
                return "(" + before + part.getValue() + after + ")" + (at == 0 ? "" : type(value));
            }
        }
        return value.matches("[\\w%@.+ -]*") ? "'" + value + "'" : "E'" + escaped(value) + "'";
    }

    /** What is put together is a text, which PostgreSQL takes for nothing else by itself. */
    private static String type(String value) {
        return value.startsWith("{\"") ? "::jsonb" : value.startsWith("\\x") ? "::bytea" : "";
    }

    /** A colon would be a variable of `pgbench`. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a");
    }

    private static List<Statement> read(Path log, long from, long to) throws IOException {
        var all = new ArrayList<Statement>();
        for (var entry : text(log, from, to).split("(?m)^" + Pattern.quote(MARK))) {
            var plain = entry.strip().replace("\n\t", "\n");
            var statement = STATEMENT.matcher(plain);
            if (statement.matches()) {
                all.add(new Statement(statement.group(1), statement.group(2), new LinkedHashMap<>()));
                continue;
            }
            var values = VALUES.matcher(plain);
            if (values.matches()) {
                var value = VALUE.matcher(values.group(1));
                while (value.find()) {
                    var text = value.group(2);
                    all.get(all.size() - 1)
                            .values()
                            .put(Integer.valueOf(value.group(1)), text == null ? null : text.replace("''", "'"));
                }
            }
        }
        return all;
    }

    private static String text(Path log, long from, long to) throws IOException {
        try (var file = Files.newByteChannel(log)) {
            var bytes = new byte[(int) (to - from)];
            file.position(from).read(java.nio.ByteBuffer.wrap(bytes));
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** One transaction after the other, by their ends: on one connection a transaction within another comes before that. */
    private static List<Statement> inTransactions(List<Statement> asTheyCame) {
        var open = new LinkedHashMap<String, List<Statement>>();
        var all = new ArrayList<Statement>();
        for (var one : asTheyCame) {
            if (one.begins()) {
                open.put(one.backend(), new ArrayList<>());
            }
            var transaction = open.getOrDefault(one.backend(), all);
            transaction.add(one);
            if (one.ends() && open.remove(one.backend()) != null && transaction.size() > 2) {
                all.addAll(transaction);
            }
        }
        return all;
    }

    private static void settings(Ours ours, String... settings) throws SQLException, InterruptedException {
        try (var connection = ours.connect();
                var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute("alter system " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(LOG_MILLIS);
    }
}
