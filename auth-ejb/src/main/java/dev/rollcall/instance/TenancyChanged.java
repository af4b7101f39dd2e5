package dev.rollcall.instance;

/** Something about applications, instances or their keys has changed: what a node has cached of them no longer holds. */
public record TenancyChanged() {}
