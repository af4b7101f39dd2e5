package dev.rollcall.web.shared;

import jakarta.ws.rs.core.PathSegment;
import java.util.List;

/** What a portal token opens. Paths are looked at as the router does: without what stands behind a semicolon, or an empty end. */
final class PortalScope {

    private PortalScope() {}

    /** Whether a request may do what it asks for. A token that may only look does not see what signs. */
    static boolean allows(boolean readOnly, String method, List<PathSegment> path) {
        var parts = path.stream()
                .map(PathSegment::getPath)
                .filter(part -> !part.isEmpty())
                .toList();
        boolean reads = method.equals("GET");
        if (readOnly) {
            return reads && !parts.contains("secret");
        }
        int app = parts.indexOf("app"); // and behind it the instance's name
        return reads || app >= 0 && parts.stream().skip(app + 2L).anyMatch("endpoint"::equals);
    }
}
