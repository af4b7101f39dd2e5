package dev.rollcall.token;

import java.net.URI;
import java.util.List;

/**
 * Where a handshake sends the browser (307), and which Set-Cookie lines go along.
 *
 * @param location the app's URL
 * @param cookies complete Set-Cookie lines for our own answer; production only
 */
public record Handshake(URI location, List<String> cookies) {

    @Override
    public String toString() {
        return "Handshake[…]";
    }
}
