package dev.rollcall.crypto;

/** One way to write down what a password is compared with. */
interface HashFormat {

    /** Whether the text is such a digest, at a cost that we are willing to pay at every sign-in. */
    boolean accepts(String digest);

    /** Whether the digest is of this password; never of a digest that is not accepted. */
    boolean matches(String raw, String digest);
}
