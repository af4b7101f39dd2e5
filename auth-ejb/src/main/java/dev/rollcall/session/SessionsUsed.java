package dev.rollcall.session;

import java.time.Instant;
import java.util.Map;

/**
 * Users have used their sessions. Fired about once a minute and node, in the transaction that writes it down.
 *
 * @param users when each of them did so last
 */
public record SessionsUsed(String instanceId, Map<String, Instant> users) {}
