package dev.rollcall.outbound;

import java.time.Duration;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by lower-case name, the first value of each
 * @param body at most as many of its first bytes as were wanted, as UTF-8
 */
public record OutboundAnswer(int status, Map<String, String> headers, String body, Duration took) {}
