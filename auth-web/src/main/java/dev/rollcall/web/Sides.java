package dev.rollcall.web;

import dev.rollcall.web.frontend.Envelope;
import dev.rollcall.web.frontend.OriginFilter;
import dev.rollcall.web.shared.PlatformTokenFilter;
import dev.rollcall.web.shared.SecretKeyFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Puts each API's guards before its resources, by package: a resource cannot forget to ask for the key. */
@Provider
public class Sides implements DynamicFeature {

    private static final String WEB = "dev.rollcall.web.";

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var name = resource.getResourceClass().getPackageName();
        switch (name.startsWith(WEB) ? name.substring(WEB.length()) : name) {
            case "backend" -> context.register(SecretKeyFilter.class);
            case "platform" -> context.register(PlatformTokenFilter.class);
            case "frontend" -> context.register(OriginFilter.class).register(Envelope.class);
            case "wellknown", "hosted", "shared" -> { }
            default -> throw new IllegalStateException("no API guards the package " + name);
        }
    }
}
