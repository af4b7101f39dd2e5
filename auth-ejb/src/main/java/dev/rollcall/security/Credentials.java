package dev.rollcall.security;

import java.util.Optional;

/**
 * What a browser or device shows of itself. Both are secrets: they are compared as hashes and never logged.
 *
 * @param clientToken the {@code __client} cookie, or a native client's Authorization header
 * @param devBrowser the dev browser token ({@code __clerk_db_jwt}), development instances only
 */
public record Credentials(Optional<String> clientToken, Optional<String> devBrowser) {

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
