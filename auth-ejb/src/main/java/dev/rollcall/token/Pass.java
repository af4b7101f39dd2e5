package dev.rollcall.token;

import java.util.Optional;

/**
 * What a ticket is good for.
 *
 * @param userId whom it lets in; empty for somebody who has yet to sign up
 * @param vouched whether the app itself says who comes, so that no second factor is asked for; else it proves an address and no more
 * @param page where the app accepts it; empty for the sign-in or sign-up page
 */
public record Pass(Optional<String> userId, boolean vouched, Optional<String> page) {

    /** The app lets this user in, or somebody as this user. */
    static Pass of(String userId) {
        return new Pass(Optional.of(userId), true, Optional.empty());
    }
}
