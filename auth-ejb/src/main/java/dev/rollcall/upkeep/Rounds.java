package dev.rollcall.upkeep;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Database;
import dev.rollcall.data.Transactions;
import dev.rollcall.instance.InstanceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Begins runs with all sweeps that the features bring. */
@ApplicationScoped
public class Rounds {

    private static final String INSTANCES = "select id from instance where id > ? order by id limit 500";

    @Inject
    @Any
    private Instance<Sweep> sweeps;

    @Inject
    private Schedules schedules;

    @Inject
    private Database database;

    @Inject
    private Transactions transactions;

    @Inject
    private InstanceService tenants;

    /** Begins the run that was claimed, or goes on with it. */
    public Round begin(Claim claim) {
        var due = sweeps.stream().filter(s -> s.routine() == claim.routine()).toList();
        return new Round(claim, schedules, due, this::instancesAfter, this::sweep);
    }

    private List<String> instancesAfter(String id) {
        return transactions.separate(
                () -> database.query(INSTANCES, statement -> statement.setString(1, id), row -> row.getString(1)));
    }

    private int sweep(Stop stop, int atMost) {
        Clock.ahead(stop.sweep().serverWide() ? Duration.ZERO : tenants.ahead(stop.instanceId()));
        try {
            return transactions.separate(() -> stop.sweep().sweep(stop.instanceId(), atMost));
        } finally {
            Clock.back();
        }
    }
}
