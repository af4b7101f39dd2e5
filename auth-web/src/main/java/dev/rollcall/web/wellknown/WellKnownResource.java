package dev.rollcall.web.wellknown;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.key.JwksView;
import dev.rollcall.key.SigningKeys;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What others look up about an instance without asking anybody (RFC 8615). */
@Path("/.well-known")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WellKnownResource {

    /** Which of Apple's apps share their passwords and passkeys with the site. */
    public record AppleAppSiteAssociationView(WebCredentials webcredentials) {}

    public record WebCredentials(List<String> apps) {}

    @Inject
    private CurrentInstance instance;

    @Inject
    private SigningKeys keys;

    @GET
    @Path("jwks.json")
    public JwksView getJWKS() {
        return keys.jwks(instance.get());
    }

    @GET
    @Path("openid-configuration")
    public IssuerView getOpenIDConfiguration() {
        return IssuerView.of(instance.get());
    }

    @GET
    @Path("assetlinks.json")
    public List<AssetLinkView> getAndroidAssetLinks() {
        return AssetLinkView.of(instance.get().settings().nativeApps());
    }

    @GET
    @Path("apple-app-site-association")
    public AppleAppSiteAssociationView getAppleAppSiteAssociation() {
        return new AppleAppSiteAssociationView(
                new WebCredentials(instance.get().settings().nativeApps().apple()));
    }

    @GET
    @Path("webauthn")
    public RelatedOriginsView getWebAuthnRelatedOrigins() {
        var of = instance.get();
        if (!of.settings().attributes().passkey().enabled()) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        return RelatedOriginsView.of(of);
    }
}
