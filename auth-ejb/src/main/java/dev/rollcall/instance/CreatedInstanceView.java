package dev.rollcall.instance;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/** A production instance that has just been made, with its secret key. */
public record CreatedInstanceView(
        String object,
        String id,
        String environmentType,
        DomainView activeDomain,
        String secretKey,
        String publishableKey,
        long createdAt,
        long updatedAt) {

    /** The domain that it lives on. Times are texts here, as the specification has it. */
    @JsonbNillable(false)
    public record DomainView(
            String object,
            String id,
            String name,
            boolean isSatellite,
            boolean isProviderDomain,
            String frontendApiUrl,
            String developmentOrigin,
            String accountsPortalUrl,
            List<CnameTarget> cnameTargets,
            String createdAt,
            String updatedAt) {

        static DomainView of(Instance instance, String serverHost, String at) {
            return new DomainView(
                    "domain",
                    instance.id().replaceFirst("^ins_", "dmn_"),
                    instance.domain(),
                    false,
                    false,
                    instance.baseUrl(),
                    "",
                    instance.baseUrl(),
                    List.of(new CnameTarget(instance.frontendHost(), serverHost, true)),
                    at,
                    at);
        }
    }

    /** A name that must lead to this server. */
    public record CnameTarget(String host, String value, boolean required) {}
}
