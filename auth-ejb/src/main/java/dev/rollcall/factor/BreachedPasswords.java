package dev.rollcall.factor;

/** Knows which passwords were stolen elsewhere. */
interface BreachedPasswords {

    /** Whether the password was; not where there is nobody to ask, or no answer. Never within a transaction: it may be slow. */
    boolean contain(String password);
}
