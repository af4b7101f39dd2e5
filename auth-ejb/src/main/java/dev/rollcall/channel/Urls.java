package dev.rollcall.channel;

import java.net.URI;

/** The URLs of providers: a base that is configured and a path that is theirs. */
final class Urls {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private Urls() {}

    static URI below(String base, String path) {
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** The server of a URL, as {@code host:port}. */
    static String destination(URI url) {
        int usual = "http".equals(url.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        return url.getHost() + ":" + (url.getPort() < 0 ? usual : url.getPort());
    }
}
