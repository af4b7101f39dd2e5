package dev.rollcall.upkeep;

/**
 * The right to run a routine, for as long as its lease is renewed.
 *
 * @param owner a fresh name for every claim
 */
public record Claim(Routine routine, String owner) {}
