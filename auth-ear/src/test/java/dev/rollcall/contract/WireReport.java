package dev.rollcall.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What all tests together saw on the wire. Told at the end of the run and written to {@code target/wire-report.txt}. */
public final class WireReport implements LauncherSessionListener {

    private static final AtomicInteger ANSWERS = new AtomicInteger();
    private static final Set<String> SUCCEEDED = new ConcurrentSkipListSet<>();
    private static final Set<String> CODES = new ConcurrentSkipListSet<>();
    private static final Map<String, String> BROKEN = new ConcurrentSkipListMap<>();
    private static final Map<String, AtomicInteger> UNDOCUMENTED = new ConcurrentSkipListMap<>();
    private static final Map<String, AtomicInteger> UNKNOWN = new ConcurrentSkipListMap<>();

    /** Notes an answer of an operation that is in the files. */
    static void saw(Specs.Operation operation, int status, Specs.Verdict verdict) {
        ANSWERS.incrementAndGet();
        if (!verdict.faults().isEmpty()) {
            BROKEN.put(operation.name() + " " + status, String.join("; ", verdict.faults()));
        } else if (status < 400) {
            SUCCEEDED.add(operation.name());
        }
        if (!verdict.documented()) {
            UNDOCUMENTED
                    .computeIfAbsent(operation.name() + " " + status, key -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    /** Notes an answer of an operation that no file knows. Pages and bundles are none of theirs. */
    static void sawUnknown(String method, String path) {
        ANSWERS.incrementAndGet();
        if (!path.startsWith("/v1/") && !path.startsWith("/.well-known/")) {
            return;
        }
        var shape = path.replaceAll("/[a-z]+_[0-9A-Za-z]{20,}", "/{id}");
        UNKNOWN.computeIfAbsent(method + " " + shape, key -> new AtomicInteger())
                .incrementAndGet();
    }

    /** Notes the codes that an answer refuses with. */
    static void sawCodes(List<String> codes) {
        CODES.addAll(codes);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host"); // read once, when the first client is made
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (ANSWERS.get() == 0) {
            return;
        }
        var text = text();
        System.out.println(text);
        try {
            Files.writeString(
                    Path.of(System.getProperty("rollcall.target", "target")).resolve("wire-report.txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> unseen() {
        try (var lines = Files.lines(Path.of("../auth-web/src/test/resources/error-codes.txt"))) {
            return lines.map(line -> line.substring(0, line.indexOf(' ')))
                    .filter(code -> !CODES.contains(code))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text() {
        var text = new StringBuilder();
        var all = Specs.loaded().operations().stream()
                .collect(Collectors.groupingBy(Specs.Operation::api, TreeMap::new, Collectors.toList()));
        all.forEach((api, operations) -> text.append(api)
                .append(": ")
                .append(operations.stream()
                        .filter(o -> SUCCEEDED.contains(o.name()))
                        .count())
                .append(" of ")
                .append(operations.size())
                .append(" operations answered as documented\n"));
        if (all.isEmpty()) {
            text.append("no specs found: no answer was checked against its schema\n");
        }
        text.append("answers seen: ")
                .append(ANSWERS)
                .append("; operations with an answer that breaks its schema: ")
                .append(BROKEN.size());
        BROKEN.forEach((operation, faults) ->
                text.append("\n  BROKEN ").append(operation).append(": ").append(faults));
        text.append("\ncodes of the catalogue that no answer had: ").append(unseen());
        UNDOCUMENTED.forEach((operation, count) -> text.append("\n  status not documented: ")
                .append(operation)
                .append(" (")
                .append(count)
                .append("x)"));
        UNKNOWN.forEach((operation, count) -> text.append("\n  in no spec: ")
                .append(operation)
                .append(" (")
                .append(count)
                .append("x)"));
        SUCCEEDED.forEach(operation -> text.append("\n  answered: ").append(operation));
        return text.append('\n').toString();
    }
}
