package dev.rollcall.factor;

/** What shows that a user who has signed in by password on an unknown device can be reached as before. */
public interface TrustFactor extends Factor {}
