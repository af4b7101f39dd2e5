package dev.rollcall.profile;

/** A stored picture ({@code Image}). */
public record ImageView(String object, String id, String name, String publicUrl) {}
