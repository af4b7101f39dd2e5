package dev.rollcall.instance;

/**
 * What an instance is for: development works on localhost with nothing to configure, production lives on the app's own domain.
 */
public enum EnvironmentType {
    DEVELOPMENT,
    PRODUCTION
}
