package dev.rollcall.signup;

import static dev.rollcall.StateDiagram.edge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.StateDiagram;
import dev.rollcall.error.Refusal;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/states/sign-up.md draws what the code does: every edge of it and no other. */
class SignUpDiagramTest {

    private static final String DIAGRAM = "sign-up.md";

    @Test
    void everyEdgeOfTheCodeIsDrawnAndNoOther() {
        var edges = new TreeSet<String>();
        edges.add(edge(StateDiagram.OUTSIDE, SignUpStatus.MISSING_REQUIREMENTS, null));
        for (var from : SignUpStatus.values()) {
            for (var step : SignUpStep.values()) {
                addEdge(edges, from, step);
            }
        }
        assertThat(StateDiagram.edges(DIAGRAM)).isEqualTo(edges);
    }

    @Test
    void nothingLeadsOutOfAnEnd() {
        assertThat(StateDiagram.ends(DIAGRAM)).containsExactly("ABANDONED", "COMPLETE");
    }

    private static void addEdge(Set<String> edges, SignUpStatus from, SignUpStep step) {
        try {
            var next = from.after(step);
            boolean stays = step == SignUpStep.EXPIRED && next == from;
            if (!stays) {
                edges.add(edge(from, next, step.toString()));
            }
        } catch (Refusal notFromHere) {
            assertThat(notFromHere.problem()).isEqualTo(SignUpProblem.SIGN_UP_NOT_OPEN);
        }
    }
}
