package dev.rollcall.webhook;

/** How an endpoint's events stand ({@code EndpointStats}). */
public record EndpointStatsOut(long success, long pending, long fail, long canceled, long sending) {}
