package dev.rollcall.web.shared;

import java.util.Optional;

/** The bearer token of an Authorization header. */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    static Optional<String> token(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip()).filter(token -> !token.isEmpty())
                : Optional.empty();
    }

    /** Whether the token is one that servers and operators show. */
    static boolean isServer(String authorization) {
        return token(authorization)
                .filter(token -> token.startsWith("sk_") || token.startsWith("plapi_"))
                .isPresent();
    }
}
