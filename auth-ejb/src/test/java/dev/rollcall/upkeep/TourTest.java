package dev.rollcall.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upkeep.Progress.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {

    private static final List<Sweep> SWEEPS =
            List.of(sweep("nails", false), sweep("dust", false), sweep("gutter", true));

    @Test
    void goesByNameThroughAllInstancesAndOnceThroughTheServer() {
        assertThat(stops(new Checkpoint("", "")))
                .containsExactly("dust@a", "dust@b", "dust@c", "gutter@", "nails@a", "nails@b", "nails@c");
    }

    @Test
    void goesOnBehindACheckpoint() {
        assertThat(stops(new Checkpoint("dust", "b")))
                .startsWith("dust@c", "gutter@")
                .hasSize(5);
        assertThat(stops(new Checkpoint("gutter", ""))).startsWith("nails@a").hasSize(3);
        assertThat(stops(new Checkpoint("nails", "c"))).isEmpty();
    }

    @Test
    void goesOnBehindWhatIsNoMore() {
        assertThat(stops(new Checkpoint("fluff", "b"))).startsWith("gutter@", "nails@a");
        assertThat(stops(new Checkpoint("dust", "bb"))).startsWith("dust@c", "gutter@");
    }

    @Test
    void staysWhereThereIsMoreToDo() {
        var tour = tour(new Checkpoint("", ""));
        var first = tour.next().orElseThrow();
        tour.stay(first);
        assertThat(tour.next()).contains(first);
        assertThat(tour.next().map(Stop::instanceId)).contains("b");
    }

    @Test
    void progressSurvivesBeingWrittenDown() {
        var progress = Progress.of(jakarta.json.JsonObject.EMPTY_JSON_OBJECT);
        var stop = new Stop(SWEEPS.get(0), "ins_1");
        progress.swept(stop, 7);
        progress.failed(stop);
        progress.passed(stop);
        assertThat(Progress.of(progress.json()).json()).isEqualTo(progress.json());
        assertThat(Progress.of(progress.json()).checkpoint()).isEqualTo(new Checkpoint("nails", "ins_1"));
        assertThat(progress.json())
                .hasToString(
                        "{\"sweep\":\"nails\",\"instance\":\"ins_1\",\"stops\":1,\"swept\":{\"nails\":7},\"failed\":{\"nails\":1}}");
    }

    private static List<String> stops(Checkpoint from) {
        var tour = tour(from);
        var stops = new ArrayList<String>();
        for (var stop = tour.next(); stop.isPresent(); stop = tour.next()) {
            stops.add(stop.get().sweep().name() + "@" + stop.get().instanceId());
        }
        return stops;
    }

    /** Instances come two at a time. */
    private static Tour tour(Checkpoint from) {
        return new Tour(SWEEPS, from, after -> List.of("a", "b", "c").stream()
                .filter(id -> id.compareTo(after) > 0)
                .limit(2)
                .toList());
    }

    private static Sweep sweep(String name, boolean serverWide) {
        return new Sweep() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean serverWide() {
                return serverWide;
            }

            @Override
            public int sweep(String instanceId, int atMost) {
                return 0;
            }
        };
    }
}
