package dev.rollcall.signin;

import static dev.rollcall.StateDiagram.edge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.StateDiagram;
import dev.rollcall.error.Refusal;
import dev.rollcall.signin.SignInStatus.Due;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/states/sign-in.md draws what the code does: every edge of it and no other. */
class SignInDiagramTest {

    private static final String DIAGRAM = "sign-in.md";
    private static final Set<SignInStep> ASKS_WHAT_IS_DUE =
            EnumSet.of(SignInStep.FIRST_FACTOR_VERIFIED, SignInStep.PASSWORD_RESET);

    @Test
    void everyEdgeOfTheCodeIsDrawnAndNoOther() {
        var edges = new TreeSet<String>();
        edges.add(edge(StateDiagram.OUTSIDE, SignInStatus.NEEDS_IDENTIFIER, null));
        for (var from : SignInStatus.values()) {
            for (var step : SignInStep.values()) {
                for (var due : Due.values()) {
                    addEdge(edges, from, step, due);
                }
            }
        }
        assertThat(StateDiagram.edges(DIAGRAM)).isEqualTo(edges);
    }

    @Test
    void nothingLeadsOutOfAnEnd() {
        assertThat(StateDiagram.ends(DIAGRAM)).containsExactly("ABANDONED", "COMPLETE");
    }

    private static void addEdge(Set<String> edges, SignInStatus from, SignInStep step, Due due) {
        try {
            var next = from.after(step, due);
            if (next != from) {
                edges.add(edge(from, next, ASKS_WHAT_IS_DUE.contains(step) ? step + ", " + due : step.toString()));
            }
        } catch (Refusal notFromHere) {
            assertThat(notFromHere.problem()).isEqualTo(SignInProblem.SIGN_IN_STEP_NOT_ALLOWED);
        }
    }
}
