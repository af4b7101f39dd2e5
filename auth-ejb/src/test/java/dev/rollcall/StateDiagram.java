package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The edges of a mermaid diagram under {@code docs/states}, for a test to compare with the code that it draws. */
public final class StateDiagram {

    /** How the diagram writes where it begins, and where it ends. */
    public static final String OUTSIDE = "[*]";

    private static final Pattern EDGE = Pattern.compile("^\\s*(\\S+) --> (\\S+?)(?:: (.+))?$", Pattern.MULTILINE);

    private StateDiagram() {}

    /** The edges that lead to a state, each as {@code FROM --> TO: LABEL}. */
    public static Set<String> edges(String name) {
        var edges = new TreeSet<String>();
        var matcher = EDGE.matcher(text(name));
        while (matcher.find()) {
            if (!matcher.group(2).equals(OUTSIDE)) {
                assertThat(edges.add(edge(matcher.group(1), matcher.group(2), matcher.group(3))))
                        .as("twice: " + matcher.group())
                        .isTrue();
            }
        }
        return edges;
    }

    /** The states from which the diagram leads nowhere. */
    public static Set<String> ends(String name) {
        var ends = new TreeSet<String>();
        var matcher = EDGE.matcher(text(name));
        while (matcher.find()) {
            if (matcher.group(2).equals(OUTSIDE)) {
                ends.add(matcher.group(1));
            }
        }
        return ends;
    }

    /** An edge as {@link #edges} writes it; the label may be null. */
    public static String edge(Object from, Object to, String label) {
        return from + " --> " + to + (label == null ? "" : ": " + label);
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("..", "docs", "states", name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
