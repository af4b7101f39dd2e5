package dev.rollcall.web.shared;

/** A view for an API whose names are written as ours are in Java. */
public record CamelCase(Object view) {}
