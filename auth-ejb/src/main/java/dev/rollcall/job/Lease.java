package dev.rollcall.job;

/**
 * A job that was claimed.
 *
 * @param owner whoever claimed it, in that claim: outcomes are accepted from nobody else
 */
public record Lease(Job job, String owner) {}
