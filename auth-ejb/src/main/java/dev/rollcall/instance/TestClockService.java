package dev.rollcall.instance;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.OneLine;
import dev.rollcall.json.Json;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Test clocks: they move time for one development instance, so that sessions expire and codes lapse without waiting. Time goes on at its
 * usual pace from wherever it has been put, and never backwards; without its clock an instance lives in the world's time again.
 */
@Stateless
public class TestClockService {

    private static final Duration FARTHEST = Duration.ofDays(3653);
    private static final long LATEST_MILLIS = 253_402_300_799_999L; // the end of year 9999
    private static final int LONGEST_NAME = 256;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private InstanceStore instances;

    @Inject
    private Tenancies tenancies;

    @Inject
    private AuditLog audit;

    /** Makes the instance's clock; {@code time} puts it ahead at once. */
    public TestClockView create(Instance instance, Input body) {
        body.only(Set.of("name", "time"));
        refuseProduction(instance);
        var row = locked(instance);
        if (!all(instance).isEmpty()) {
            throw TestClockProblem.TEST_CLOCK_EXISTS.refusal();
        }
        var name = OneLine.checked("name", body.text("name").orElse(""));
        if (name.length() > LONGEST_NAME) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal("name");
        }
        var test = rows.add(new TestClock(instance.id(), name, clock.real()));
        if (body.has("time")) {
            row.live(row.ahead().plus(step(row, body)));
        }
        note("test_clock.created", row, test);
        return test.view(time(row));
    }

    /** The instance's clock, if it has one. */
    public Paged<TestClockView> list(Instance instance) {
        var views = all(instance).stream()
                .map(test -> test.view(clock.real().plus(instance.ahead())))
                .toList();
        return new Paged<>(views, views.size());
    }

    /** The clock of this id. */
    public TestClockView get(Instance instance, String id) {
        return find(instance, id).view(clock.real().plus(instance.ahead()));
    }

    /** Moves time forward, to {@code time} or by {@code seconds}. */
    public TestClockView advance(Instance instance, String id, Input body) {
        body.only(Set.of("time", "seconds"));
        var row = locked(instance);
        var test = find(instance, id);
        row.live(row.ahead().plus(step(row, body)));
        test.advanced(clock.real());
        note("test_clock.advanced", row, test);
        return test.view(time(row));
    }

    /** Brings the world's time back. What the instance has meanwhile dated later stays so. */
    public DeletedView delete(Instance instance, String id) {
        var row = locked(instance);
        var test = find(instance, id);
        row.live(Duration.ZERO);
        rows.remove(test);
        note("test_clock.deleted", row, test);
        return DeletedView.of("test_clock", id);
    }

    /** How much farther ahead the request wants the clock. */
    private Duration step(InstanceRow row, Input body) {
        var time = body.number("time");
        var seconds = body.number("seconds");
        if (time.isPresent() == seconds.isPresent()) {
            throw Input.missing("time");
        }
        var name = time.isPresent() ? "time" : "seconds";
        long by = time.isPresent()
                ? within(time.getAsLong(), LATEST_MILLIS) - time(row).toEpochMilli()
                : within(seconds.getAsLong(), LATEST_MILLIS / 1000) * 1000;
        if (by < 0) {
            throw TestClockProblem.TEST_CLOCK_BACKWARDS.refusal(name);
        }
        if (row.ahead().plusMillis(by).compareTo(FARTHEST) > 0) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name)
                    .saying("A test clock is at most ten years ahead.");
        }
        return Duration.ofMillis(by);
    }

    private static long within(long asked, long most) {
        return Math.max(-1, Math.min(asked, most));
    }

    private Instant time(InstanceRow row) {
        return clock.real().plus(row.ahead());
    }

    private InstanceRow locked(Instance instance) {
        tenancies.change();
        return instances.lock(instance.id()).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private List<TestClock> all(Instance instance) {
        return rows.of(TestClock.class, instance.id()).list();
    }

    private TestClock find(Instance instance, String id) {
        return rows.find(TestClock.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private void note(String action, InstanceRow row, TestClock test) {
        var ahead = Json.createObjectBuilder().add("ahead_ms", row.ahead().toMillis());
        audit.record(row.id(), AuditAct.of(action, "test_clock", test.id()).changing(null, ahead.build()));
    }

    private static void refuseProduction(Instance instance) {
        if (!instance.isDevelopment()) {
            throw TestClockProblem.TEST_CLOCK_NOT_ALLOWED.refusal();
        }
    }
}
