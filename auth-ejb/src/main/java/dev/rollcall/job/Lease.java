package dev.rollcall.job;

import java.time.Duration;

/**
 * A job that was claimed.
 *
 * @param owner whoever claimed it, in that claim: outcomes are accepted from nobody else
 * @param waited how long it had been due
 */
public record Lease(Job job, String owner, Duration waited) {}
