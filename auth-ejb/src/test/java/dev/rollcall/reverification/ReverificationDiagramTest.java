package dev.rollcall.reverification;

import static dev.rollcall.StateDiagram.edge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.StateDiagram;
import dev.rollcall.error.Refusal;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/states/reverification.md draws what the code does: every edge of it and no other. */
class ReverificationDiagramTest {

    private static final String DIAGRAM = "reverification.md";

    @Test
    void everyEdgeOfTheCodeIsDrawnAndNoOther() {
        var edges = new TreeSet<String>();
        for (var level : ReverificationLevel.values()) {
            for (boolean two : new boolean[] {false, true}) {
                var factors = two ? "two factors" : "one factor";
                edges.add(edge(StateDiagram.OUTSIDE, ReverificationStatus.start(level, two), level + ", " + factors));
                for (var from : ReverificationStatus.values()) {
                    for (var step : ReverificationStep.values()) {
                        addEdge(edges, from, step, level, two, factors);
                    }
                }
            }
        }
        assertThat(StateDiagram.edges(DIAGRAM)).isEqualTo(edges);
    }

    @Test
    void nothingLeadsOutOfTheEnd() {
        assertThat(StateDiagram.ends(DIAGRAM)).containsExactly("COMPLETE");
    }

    private static void addEdge(
            Set<String> edges,
            ReverificationStatus from,
            ReverificationStep step,
            ReverificationLevel level,
            boolean two,
            String factors) {
        try {
            var next = from.after(step, level, two);
            boolean asks = step == ReverificationStep.FIRST_FACTOR_VERIFIED;
            edges.add(edge(from, next, asks ? step + ", " + level + ", " + factors : step.toString()));
        } catch (Refusal notFromHere) {
            assertThat(notFromHere.problem()).isEqualTo(ReverificationProblem.REVERIFICATION_STEP_NOT_ALLOWED);
        }
    }
}
