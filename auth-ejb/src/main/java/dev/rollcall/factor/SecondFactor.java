package dev.rollcall.factor;

/** What is asked of a user besides the first factor. */
public interface SecondFactor extends Factor {

    /** Whether having it makes a sign-in ask for a second factor. Backup codes do not: they stand in for another one. */
    boolean demands();
}
