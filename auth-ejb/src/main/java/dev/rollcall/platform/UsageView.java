package dev.rollcall.platform;

/**
 * How much an instance was used. Rollcall bills nothing and has no tiers of countries: all text messages stand in the first.
 *
 * @param mau users who used a session
 * @param customDomains one for an instance that lives on a domain of its own
 */
public record UsageView(
        String applicationId,
        String instanceId,
        String periodStart,
        String periodEnd,
        Billable mau,
        Billable mao,
        Meter customDomains,
        Texts smsMessages,
        Meter enterpriseConnections) {

    /** A number of which a part could be billed. */
    public record Billable(long totalUsage, long totalBillableUsage) {

        static Billable free(long total) {
            return new Billable(total, 0);
        }
    }

    /** A number. */
    public record Meter(long totalUsage) {

        static final Meter NONE = new Meter(0);
    }

    /** Text messages. */
    public record Texts(long totalUsage, Meter tierA, Meter tierB, Meter tierC, Meter tierD, Meter tierE, Meter tierF) {

        static Texts of(long total) {
            var none = Meter.NONE;
            return new Texts(total, new Meter(total), none, none, none, none, none);
        }
    }
}
