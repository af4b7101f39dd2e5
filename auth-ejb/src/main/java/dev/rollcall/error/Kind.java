package dev.rollcall.error;

/** What sort of refusal a problem is. The web layer alone turns a kind into an HTTP status. */
public enum Kind {
    /** The request itself is malformed or not allowed in this state (400). */
    BAD_REQUEST,
    /** Nobody we know is asking (401). */
    UNAUTHENTICATED,
    /** We know who asks, and they may not (403). */
    FORBIDDEN,
    /** There is no such thing in this instance (404). */
    NOT_FOUND,
    /** The change contradicts what is stored (409). */
    CONFLICT,
    /** The request is too large (413). */
    TOO_LARGE,
    /** A field was understood and refused (422). */
    INVALID,
    /** The thing is locked for a while (423). */
    LOCKED,
    /** Asked too often (429). */
    TOO_MANY,
    /** We cannot answer now; asking again later may work (503). */
    UNAVAILABLE
}
