package dev.rollcall.image;

/** An image to be shown: its checked type and its bytes. */
public record StoredImage(String contentType, byte[] content) {}
