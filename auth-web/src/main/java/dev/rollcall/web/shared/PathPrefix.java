package dev.rollcall.web.shared;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first part of a path as the slug of an instance: several instances share one port as {@code /<slug>/v1/…}. What we serve
 * ourselves at the top is never a slug.
 */
final class PathPrefix {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> OURS = Set.of(
            "v1",
            "api",
            "webhooks",
            "npm",
            "dev",
            "sign-in",
            "sign-up",
            "user",
            "organization",
            "tasks",
            "assets",
            "oauth",
            "dashboard",
            "health",
            "metrics",
            "favicon",
            "static",
            "images",
            "waitlist");

    private PathPrefix() {}

    /** What may be a slug; whether it is one, the instances know. */
    static Optional<String> candidate(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        int end = path.indexOf('/', 1);
        var first = end < 0 ? path.substring(1) : path.substring(1, end);
        return SLUG.matcher(first).matches() && !OURS.contains(first) ? Optional.of(first) : Optional.empty();
    }

    /** The path below the prefix. */
    static String strip(String path, String slug) {
        var rest = path.substring(slug.length() + 1);
        return rest.isEmpty() ? "/" : rest;
    }
}
