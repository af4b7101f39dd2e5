package dev.rollcall.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request by the scheme that can be believed. The server takes whatever stands in {@code X-Forwarded-Proto} for one, a list of several
 * proxies included, and cannot read its own URL then.
 */
final class ArrivedRequest extends HttpServletRequestWrapper {

    private final boolean secure;

    ArrivedRequest(HttpServletRequest request, Arrival arrival) {
        super(request);
        this.secure = arrival.secure();
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
