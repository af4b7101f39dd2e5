package dev.rollcall.token;

import java.util.List;

/** A refreshed session as the Set-Cookie lines an app shall send to its browser. */
public record CookiesView(String object, List<String> cookies) {

    @Override
    public String toString() {
        return "CookiesView[…]";
    }
}
