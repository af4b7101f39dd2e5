package dev.rollcall.client;

/**
 * A fresh dev browser. Its {@code id} is the token that the browser sends from now on as {@code __clerk_db_jwt}; only its hash
 * is kept.
 */
public record DevBrowserView(String object, String id) {

    static DevBrowserView of(String token) {
        return new DevBrowserView("dev_browser", token);
    }

    @Override
    public String toString() {
        return "DevBrowserView[…]";
    }
}
