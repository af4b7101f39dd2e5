package dev.rollcall.webhook;

import java.util.List;
import java.util.Map;

/** An endpoint's own headers: those that can be shown, and the names of those that cannot ({@code EndpointHeadersOut}). */
public record EndpointHeadersOut(Map<String, String> headers, List<String> sensitive) {}
