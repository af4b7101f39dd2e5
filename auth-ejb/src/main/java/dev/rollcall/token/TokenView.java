package dev.rollcall.token;

/** A session token on the wire. */
public record TokenView(String object, String jwt) {

    static TokenView of(String jwt) {
        return new TokenView("token", jwt);
    }

    @Override
    public String toString() {
        return "TokenView[…]";
    }
}
