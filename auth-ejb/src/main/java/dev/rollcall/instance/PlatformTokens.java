package dev.rollcall.instance;

import jakarta.ejb.Stateless;

/** Operators' tokens for the Platform API. */
@Stateless
public class PlatformTokens {

    /** Whether this is a live platform token. */
    public boolean accept(String raw) {
        throw new UnsupportedOperationException();
    }
}
