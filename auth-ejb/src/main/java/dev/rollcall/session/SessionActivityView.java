package dev.rollcall.session;

import jakarta.json.bind.annotation.JsonbNillable;

/** Where a session was last seen: the device as its user agent tells it. What we do not know is left out. */
@JsonbNillable(false)
public record SessionActivityView(
        String object,
        String id,
        String deviceType,
        boolean isMobile,
        String browserName,
        String browserVersion,
        String ipAddress,
        String city,
        String country) {}
