package dev.rollcall.web.wellknown;

import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings.Origins;
import java.util.List;
import java.util.stream.Stream;

/** The web origins on which an instance's passkeys work (WebAuthn Level 3, 5.11). The document is for the host that passkeys are bound to. */
public record RelatedOriginsView(List<String> origins) {

    private static final String HTTPS = "https://";

    static RelatedOriginsView of(Instance instance) {
        return new RelatedOriginsView(
                Stream.concat(own(instance), listed(instance)).distinct().toList());
    }

    private static Stream<String> own(Instance instance) {
        return instance.isDevelopment()
                ? Stream.of(instance.baseUrl().replaceFirst("^(https?://[^/]+).*$", "$1"))
                : Stream.of(HTTPS + instance.domain(), HTTPS + instance.frontendHost());
    }

    /** Apps on devices have origins of other schemes, of which browsers want to hear nothing. */
    private static Stream<String> listed(Instance instance) {
        Origins set = instance.settings().origins();
        return set.allowed().stream().filter(origin -> origin.startsWith(HTTPS));
    }
}
