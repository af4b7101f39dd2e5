package dev.rollcall.client;

/** The one credential that says which client a caller is. */
public record Credential(String token, boolean isDevBrowser) {

    @Override
    public String toString() {
        return "Credential[…]";
    }
}
