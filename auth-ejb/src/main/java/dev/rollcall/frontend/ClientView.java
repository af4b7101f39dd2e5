package dev.rollcall.frontend;

import java.util.List;

/** A client as its own browser sees it, with everything that is going on there. */
public record ClientView(String object, String id, List<SessionView> sessions) {}
