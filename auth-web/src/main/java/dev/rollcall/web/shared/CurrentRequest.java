package dev.rollcall.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** How this request reached us, as far as it can be believed. */
@RequestScoped
public class CurrentRequest {

    @Inject
    private HttpServletRequest request;

    /** The browser's address, through trusted proxies only. */
    public String ip() {
        return Arrival.of(request).ip();
    }

    /** Whether the browser speaks https, be it to a proxy before us. */
    public boolean isSecure() {
        return Arrival.of(request).secure();
    }

    /** The id that the answer and the log lines of this request share. */
    public String traceId() {
        return Trace.of(request);
    }
}
