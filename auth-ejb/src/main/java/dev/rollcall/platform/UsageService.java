package dev.rollcall.platform;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.platform.UsageView.Billable;
import dev.rollcall.platform.UsageView.Meter;
import dev.rollcall.platform.UsageView.Texts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** How much an instance was used in a period of whole days (UTC); by default the current month. */
@Stateless
public class UsageService {

    private static final String TEXTS = """
            select count(*) from message
             where instance_id = ?1 and channel = 'SMS' and created_at >= ?2 and created_at < ?3""";

    private static final int LONGEST = 400;

    /** @param last included */
    private record Period(LocalDate first, LocalDate last) {

        static Period of(Input query, LocalDate today) {
            if (!query.has("start") && !query.has("end")) {
                return new Period(today.withDayOfMonth(1), today.withDayOfMonth(today.lengthOfMonth()));
            }
            var period = new Period(date(query, "start"), date(query, "end"));
            if (period.last.isBefore(period.first)
                    || period.first.plusDays(LONGEST).isBefore(period.last)) {
                throw CommonProblem.FORM_PARAM_VALUE_INVALID
                        .refusal("end")
                        .saying("end must not be before start, and at most " + LONGEST + " days after it.");
            }
            return period;
        }

        private static LocalDate date(Input query, String name) {
            try {
                var date = LocalDate.parse(query.required(name));
                if (date.getYear() < 2000 || date.getYear() > 9999) {
                    throw malformed(name);
                }
                return date;
            } catch (DateTimeException e) {
                throw malformed(name);
            }
        }

        private static Refusal malformed(String name) {
            return CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal(name)
                    .saying(name + " must be a date such as 2026-01-31.");
        }

        Instant start() {
            return first.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        Instant end() {
            return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    @Inject
    private UserActivity activity;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** What was used from {@code start} to {@code end}, both included. */
    public UsageView of(Instance instance, Input query) {
        query.only(Set.of("start", "end"));
        var period = Period.of(query, LocalDate.ofInstant(clock.real(), ZoneOffset.UTC));
        return new UsageView(
                instance.applicationId(),
                instance.id(),
                period.start().toString(),
                period.end().toString(),
                Billable.free(activity.count(instance.id(), period.first(), period.last())),
                Billable.free(0),
                new Meter(instance.isDevelopment() ? 0 : 1),
                Texts.of(texts(instance, period)),
                Meter.NONE);
    }

    private long texts(Instance instance, Period period) {
        var row = rows.sql(instance.id(), TEXTS)
                .with(Timestamp.from(period.start()), Timestamp.from(period.end()))
                .list()
                .get(0);
        return ((Number) row[0]).longValue();
    }
}
