package dev.rollcall.channel;

import java.time.Instant;

/**
 * How one of the server's channels is doing on this node.
 *
 * @param name {@code email} or {@code sms}
 * @param open whether its breaker is open: letters wait
 * @param since when that became so; null where it has never been otherwise
 * @param postponed how often a letter had to wait since the start, for the breaker or because too many were under way
 */
public record ChannelState(String name, boolean open, Instant since, long postponed) {}
