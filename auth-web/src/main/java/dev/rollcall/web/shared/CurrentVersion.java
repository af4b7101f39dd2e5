package dev.rollcall.web.shared;

import dev.rollcall.input.ApiVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The version of the wire protocol that this request names: servers do so in a header, browsers in the query. */
@RequestScoped
public class CurrentVersion {

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentQuery query;

    /** The version; an unknown one is served like the nearest we know. */
    public ApiVersion get() {
        var header = Optional.ofNullable(request.getHeader("Clerk-API-Version"));
        return ApiVersion.of(header.or(() -> query.first("__clerk_api_version")));
    }
}
