package dev.rollcall.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.data.Transactions;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.platform.UsageService;
import dev.rollcall.session.SessionsUsed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who was there on which day, in a year of its own. */
@ExtendWith(ArquillianExtension.class)
class UsageIT {

    @Inject
    private InstanceService instances;

    @Inject
    private UsageService usage;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<SessionsUsed> news;

    @Test
    void aUserCountsOnceInAPeriodHoweverOftenTheyCome() {
        var instance = instances.standard().orElseThrow();
        used(instance, Map.of("user_a", "2031-01-30T23:59:59Z"));
        used(instance, Map.of("user_a", "2031-02-02T00:00:00Z", "user_b", "2031-02-02T12:00:00Z"));
        used(instance, Map.of("user_a", "2031-02-02T13:00:00Z"));
        used(instance, Map.of("user_c", "2031-03-31T13:00:00Z"));

        assertEquals(1, users(instance, "2031-01-30", "2031-01-30"));
        assertEquals(0, users(instance, "2031-01-31", "2031-02-01"));
        assertEquals(2, users(instance, "2031-02-02", "2031-02-02"));
        assertEquals(2, users(instance, "2031-01-01", "2031-02-28"));
        assertEquals(3, users(instance, "2031-01-30", "2031-03-31"));
        assertEquals(0, users(instance, "2031-02-03", "2031-03-30"));
    }

    /** What is noted of an instance that is gone must not keep the notes of others from being written. */
    @Test
    void anInstanceThatIsGoneIsPassedOver() {
        transactions.separate(() -> {
            news.fire(new SessionsUsed("ins_gone", Map.of("user_a", Instant.parse("2031-01-30T00:00:00Z"))));
            return null;
        });
    }

    private void used(Instance instance, Map<String, String> users) {
        var at = new HashMap<String, Instant>();
        users.forEach((user, time) -> at.put(user, Instant.parse(time)));
        transactions.separate(() -> {
            news.fire(new SessionsUsed(instance.id(), at));
            return null;
        });
    }

    private long users(Instance instance, String start, String end) {
        var query = Input.ofForm(Map.of("start", List.of(start), "end", List.of(end)));
        return usage.of(instance, query).mau().totalUsage();
    }
}
