package dev.rollcall.batch;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.job.Priority;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Properties;

/**
 * Gives each priority its own partitions: {@code ROLLCALL_PARTITIONS_URGENT} and so on say how many, {@code ROLLCALL_CAPACITY_URGENT}
 * and so on how many jobs one of them may have under way. Each partition is one thread; there are as many threads as partitions, so
 * that none ever waits for another.
 */
@Named
@Dependent
public class QueuePartitions implements PartitionMapper {

    private static final int MOST = 16;

    @Inject
    private ServerConfig config;

    @Override
    public PartitionPlan mapPartitions() {
        var partitions = new ArrayList<Properties>();
        for (var priority : Priority.values()) {
            int count = within("ROLLCALL_PARTITIONS_" + priority, partitions(priority), MOST);
            int capacity = within("ROLLCALL_CAPACITY_" + priority, capacity(priority), 1000);
            for (int i = 0; i < count; i++) {
                var properties = new Properties();
                properties.setProperty("priority", priority.name());
                properties.setProperty("capacity", Integer.toString(capacity));
                partitions.add(properties);
            }
        }
        var plan = new PartitionPlanImpl();
        plan.setPartitions(partitions.size());
        plan.setThreads(partitions.size());
        plan.setPartitionProperties(partitions.toArray(Properties[]::new));
        return plan;
    }

    private int within(String variable, int otherwise, int most) {
        int value = config.number(variable, otherwise);
        if (value < 1 || value > most) {
            throw new IllegalStateException(variable + " must be between 1 and " + most + ".");
        }
        return value;
    }

    private static int partitions(Priority priority) {
        return switch (priority) {
            case URGENT, HIGH -> 2;
            case NORMAL, LOW -> 1;
        };
    }

    private static int capacity(Priority priority) {
        return switch (priority) {
            case URGENT -> 64;
            case HIGH -> 200;
            case NORMAL -> 64;
            case LOW -> 200;
        };
    }
}
