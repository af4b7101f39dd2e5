package dev.rollcall.web.hosted;

import dev.rollcall.instance.Instance;

/**
 * Whose pages these are.
 *
 * @param base the path below which they live: empty, or {@code /<slug>} where several instances share a port
 */
record Site(Instance instance, String base) {

    /** Where the application's name leads: an instance in production has no start page of ours. */
    String home() {
        var homeUrl = instance.settings().display().homeUrl();
        if (instance.isDevelopment()) {
            return base + "/";
        }
        return homeUrl.isEmpty() ? base + "/user" : homeUrl;
    }
}
