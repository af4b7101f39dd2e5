package dev.rollcall.token;

import java.util.Optional;

/**
 * What a ticket is good for.
 *
 * @param userId whom it lets in; empty for somebody who has yet to sign up
 * @param impersonates whether it is not the user who comes: then nothing else is asked for
 * @param page where the app accepts it; empty for the sign-in or sign-up page
 */
public record Pass(Optional<String> userId, boolean impersonates, Optional<String> page) {

    /** It lets this user in. */
    static Pass of(String userId) {
        return new Pass(Optional.of(userId), false, Optional.empty());
    }

    /** It lets somebody act as this user. */
    static Pass as(String userId) {
        return new Pass(Optional.of(userId), true, Optional.empty());
    }
}
