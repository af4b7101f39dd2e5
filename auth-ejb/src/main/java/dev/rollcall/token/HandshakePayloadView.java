package dev.rollcall.token;

import java.util.List;

/** What a nonce stood for: the Set-Cookie lines that the app shall send to its browser. */
public record HandshakePayloadView(List<String> directives) {

    @Override
    public String toString() {
        return "HandshakePayloadView[…]";
    }
}
