package dev.rollcall.security;

/** On which clients somebody is at home; answered by the feature that knows clients. */
public interface OwnClients {

    /** Whether the user whom this identifier names has signed in before on the caller's client. Outside of transactions. */
    boolean isOwn(Caller caller, String canonical);
}
