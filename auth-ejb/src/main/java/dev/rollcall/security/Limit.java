package dev.rollcall.security;

import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.instance.InstanceSettings.RateLimits;
import java.util.Locale;
import java.util.function.Function;

/** What is counted, and where an instance says how often it may be. */
public enum Limit {
    /** Sign-ins begun from one address. */
    SIGN_IN(RateLimits::signIns),
    /** Sign-ups begun from one address. */
    SIGN_UP(RateLimits::signUps),
    /** Browsers that one address has us remember before anybody signs in: clients and dev browsers. */
    CLIENT(RateLimits::clients),
    /** Answers to challenges from one address. */
    ATTEMPT(RateLimits::attempts),
    /** Sign-ins that name one identifier. */
    IDENTIFIER(RateLimits::identifier),
    /** Codes sent to one identifier. */
    CODE(RateLimits::codes),
    /** Changes of one user's account by themselves. */
    USER_CHANGE(RateLimits::userChanges),
    /** Requests with one secret key. */
    BACKEND(RateLimits::backend);

    private final Function<RateLimits, InstanceSettings.Limit> setting;

    Limit(Function<RateLimits, InstanceSettings.Limit> setting) {
        this.setting = setting;
    }

    InstanceSettings.Limit of(InstanceSettings settings) {
        return setting.apply(settings.protection().rateLimits());
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
