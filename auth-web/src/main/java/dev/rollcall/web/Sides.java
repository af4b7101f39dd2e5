package dev.rollcall.web;

import dev.rollcall.web.frontend.Envelope;
import dev.rollcall.web.frontend.FromOwnSite;
import dev.rollcall.web.frontend.OriginFilter;
import dev.rollcall.web.frontend.PlainHttpToo;
import dev.rollcall.web.frontend.SiteFilter;
import dev.rollcall.web.frontend.TransportFilter;
import dev.rollcall.web.frontend.UploadGuard;
import dev.rollcall.web.shared.IdempotencyFilter;
import dev.rollcall.web.shared.OperatorFilter;
import dev.rollcall.web.shared.SecretKeyFilter;
import dev.rollcall.web.shared.Upload;
import dev.rollcall.web.shared.WebhookKeyFilter;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Puts each API's guards before its resources, by package: a resource cannot forget to ask for the key. */
@Provider
public class Sides implements DynamicFeature {

    private static final String WEB = "dev.rollcall.web.";

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var name = resource.getResourceClass().getPackageName();
        switch (name.startsWith(WEB) ? name.substring(WEB.length()) : name) {
            case "backend" -> {
                guard(context, SecretKeyFilter.class);
                if (resource.getResourceMethod().isAnnotationPresent(POST.class)) {
                    guard(context, IdempotencyFilter.class);
                }
            }
            case "svix" -> guard(context, WebhookKeyFilter.class);
            case "platform" ->
                context.register(
                        CDI.current().select(OperatorFilter.class).get().before(resource.getResourceMethod()));
            case "frontend" -> {
                if (!resource.getResourceClass().isAnnotationPresent(PlainHttpToo.class)) {
                    guard(context, TransportFilter.class);
                }
                guard(context, OriginFilter.class, Envelope.class);
                if (resource.getResourceMethod().isAnnotationPresent(FromOwnSite.class)) {
                    guard(context, SiteFilter.class);
                }
                if (List.of(resource.getResourceMethod().getParameterTypes()).contains(Upload.class)) {
                    guard(context, UploadGuard.class);
                }
            }
            case "wellknown", "hosted", "shared" -> {}
            default -> throw new IllegalStateException("no API guards the package " + name);
        }
    }

    /** Guards are beans: a class that is registered as such would be made without its injections. */
    private static void guard(FeatureContext context, Class<?>... guards) {
        for (var type : guards) {
            context.register(CDI.current().select(type).get());
        }
    }
}
