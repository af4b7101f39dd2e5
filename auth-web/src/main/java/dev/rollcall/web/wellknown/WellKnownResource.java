package dev.rollcall.web.wellknown;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.key.JwksView;
import dev.rollcall.key.SigningKeys;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
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

    /** Which native apps share their passwords with the site: none so far. */
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
    public OpenIdConfigurationView getOpenIDConfiguration() {
        return OpenIdConfigurationView.of(instance.get());
    }

    @GET
    @Path("oauth-authorization-server")
    public AuthorizationServerView getOAuth2AuthorizationServerMetadata() {
        return AuthorizationServerView.of(instance.get());
    }

    @GET
    @Path("assetlinks.json")
    public JsonArray getAndroidAssetLinks() {
        instance.get();
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    @GET
    @Path("apple-app-site-association")
    public AppleAppSiteAssociationView getAppleAppSiteAssociation() {
        instance.get();
        return new AppleAppSiteAssociationView(new WebCredentials(List.of()));
    }

    /** Only instances that bind passkeys to the authentication host have related origins; there are no passkeys. */
    @GET
    @Path("webauthn")
    public JsonArray getWebAuthnRelatedOrigins() {
        throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
    }
}
