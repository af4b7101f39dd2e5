package dev.rollcall.platform;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Routine;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals under the first key-encryption key what former ones have sealed, so that those can be dropped. Where there is but one key, nothing is
 * looked at. A row that somebody holds is left for the next run.
 */
@ApplicationScoped
class Resealing implements Sweep {

    /** How far it has come with an instance; lost with the node, and then begun anew. */
    private record Place(int index, List<String> key) {

        SealedColumn column() {
            return COLUMNS.get(index);
        }

        /** Null behind the last one. */
        Place next() {
            return index + 1 < COLUMNS.size() ? new Place(index + 1, List.of()) : null;
        }
    }

    private static final List<SealedColumn> COLUMNS = List.of(SealedColumn.values());

    private final Map<String, Place> places = new ConcurrentHashMap<>();

    @Inject
    private Sealer sealer;

    @Inject
    private Rows rows;

    @Override
    public String name() {
        return "former_keys";
    }

    @Override
    public Routine routine() {
        return Routine.RESEALING;
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        if (!sealer.hasFormerKeys()) {
            return 0;
        }
        int done = 0;
        var place = places.getOrDefault(instanceId, new Place(0, List.of()));
        while (place != null && done < atMost) {
            var keys = others(instanceId, place, atMost - done);
            for (var key : keys) {
                reseal(instanceId, place.column(), key);
            }
            boolean more = keys.size() == atMost - done;
            done += keys.size();
            place = more ? new Place(place.index(), keys.get(keys.size() - 1)) : place.next();
        }
        if (place == null) {
            places.remove(instanceId);
            return Math.min(done, atMost - 1);
        }
        places.put(instanceId, place);
        return atMost;
    }

    private List<List<String>> others(String instanceId, Place place, int atMost) {
        var found = rows.sql(
                        instanceId, place.column().selectOthers(!place.key().isEmpty()))
                .with(sealer.currentMark(), atMost)
                .with(place.key().toArray());
        return found.list().stream()
                .map(row -> Arrays.stream(row).map(String::valueOf).toList())
                .toList();
    }

    private void reseal(String instanceId, SealedColumn column, List<String> key) {
        var found = rows.sql(instanceId, column.selectOne()).with(key.toArray()).list();
        if (found.isEmpty()) {
            return;
        }
        var parameters = new ArrayList<Object>(key);
        parameters.add(0, sealer.reseal((byte[]) found.get(0)[0], column.context(instanceId, key)));
        rows.sql(instanceId, column.update()).with(parameters.toArray()).run();
    }
}
