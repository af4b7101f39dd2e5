package dev.rollcall.web.shared;

/**
 * One uploaded file.
 *
 * @param contentType what the browser says it is; never to be believed
 */
public record Upload(String contentType, byte[] content) {}
