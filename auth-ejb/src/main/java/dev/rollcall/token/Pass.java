package dev.rollcall.token;

import java.util.Optional;

/**
 * What a ticket is good for.
 *
 * @param userId whom it lets in; empty for somebody who has yet to sign up
 * @param vouched whether the app itself says who comes, so that no second factor is asked for; else it proves an address and no more
 * @param acting whether whoever comes is not the user but acts as the user
 * @param page where the app accepts it; empty for the sign-in or sign-up page
 */
public record Pass(Optional<String> userId, boolean vouched, boolean acting, Optional<String> page) {

    /** The app lets this user in. */
    static Pass of(String userId) {
        return new Pass(Optional.of(userId), true, false, Optional.empty());
    }

    /** The app lets somebody in who acts as this user. */
    static Pass acting(String userId) {
        return new Pass(Optional.of(userId), true, true, Optional.empty());
    }
}
