package dev.rollcall.upkeep;

/**
 * One stop of a tour: a sweep in an instance.
 *
 * @param instanceId empty for a sweep of the server as a whole
 */
public record Stop(Sweep sweep, String instanceId) {}
