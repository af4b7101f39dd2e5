package dev.rollcall.upkeep;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When something is due again: a UNIX cron expression of five fields, in UTC, or {@code off}. */
record Cron(String text, Optional<ExecutionTime> times) {

    private static final String OFF = "off";

    /** Reads an expression; one that cannot be read stops the server, which is told so by the variable's name. */
    static Cron of(String text, String variable) {
        if (text.equalsIgnoreCase(OFF)) {
            return new Cron(OFF, Optional.empty());
        }
        try {
            var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            return new Cron(text, Optional.of(ExecutionTime.forCron(parser.parse(text))));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    variable + " must be a UNIX cron expression, for example \"*/15 * * * *\", or off.", e);
        }
    }

    /** The first time after this one; empty for never. */
    Optional<Instant> after(Instant time) {
        return times.flatMap(t -> t.nextExecution(time.atZone(ZoneOffset.UTC))).map(ZonedDateTime::toInstant);
    }
}
