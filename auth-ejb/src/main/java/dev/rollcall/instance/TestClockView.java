package dev.rollcall.instance;

/**
 * A test clock on the wire; all times are epoch milliseconds.
 *
 * @param time what time it is in the instance; it goes on from there
 * @param createdAt when the clock was made, in the world's time, as is {@code updatedAt}
 */
public record TestClockView(String object, String id, String name, long time, long createdAt, long updatedAt) {}
