package dev.rollcall.security;

import java.util.Optional;

/**
 * Where a request comes from.
 *
 * @param ip the address of the browser, through trusted proxies only
 * @param userAgent what the browser calls itself, or the empty string
 * @param origin the {@code Origin} header
 * @param tested whether it shows a testing token of the instance: an automated test, which is neither counted nor suspected
 */
public record RequestInfo(String ip, String userAgent, Optional<String> origin, boolean tested) {}
