package dev.rollcall.web.shared;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A request by the scheme that can be believed, with its body as far as it was taken in. The server takes whatever stands in {@code X-Forwarded-Proto} for one, a list of several
 * proxies included, and cannot read its own URL then.
 */
final class ArrivedRequest extends HttpServletRequestWrapper {

    private final boolean secure;

    private final ServletInputStream body;

    ArrivedRequest(HttpServletRequest request, Arrival arrival, InputStream body) {
        super(request);
        this.secure = arrival.secure();
        this.body = new ReadBody(body);
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public String getScheme() {
        return secure ? "https" : "http";
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    /** Nothing of ours asks for the host by this. */
    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(getScheme()).append("://localhost").append(getRequestURI());
    }
}
