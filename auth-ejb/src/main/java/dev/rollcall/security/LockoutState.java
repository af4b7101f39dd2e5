package dev.rollcall.security;

import java.time.Duration;

/**
 * How a user stands with wrong answers.
 *
 * @param remaining how many more may be given before the user is locked
 * @param lockedFor how long the user is still locked; zero for one who is not
 */
public record LockoutState(int remaining, Duration lockedFor) {

    public boolean isLocked() {
        return !lockedFor.isZero();
    }
}
