package dev.rollcall.instance;

import dev.rollcall.trace.Actor;

/** Who uses the Platform API, and what they may do: the holder of an access token, or a person of the operators' instance. */
public record Operator(Actor actor, Scopes scopes) {}
