package dev.rollcall.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The trace id of a request: 32 hex digits that its answer and its log lines share. It is a name and no secret. */
public final class Trace {

    static final String HEADER = "X-Clerk-Trace-Id";
    private static final String ATTRIBUTE = Trace.class.getName();

    private Trace() {}

    static String begin(HttpServletRequest request) {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The request's trace id. */
    public static String of(HttpServletRequest request) {
        var id = (String) request.getAttribute(ATTRIBUTE);
        return id == null ? begin(request) : id;
    }
}
