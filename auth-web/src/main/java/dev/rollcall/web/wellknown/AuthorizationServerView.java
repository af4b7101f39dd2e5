package dev.rollcall.web.wellknown;

import dev.rollcall.instance.Instance;
import java.util.List;

/** OAuth 2.0 Authorization Server Metadata (RFC 8414), as far as it is true: see {@link OpenIdConfigurationView}. */
public record AuthorizationServerView(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String revocationEndpoint,
        String jwksUri,
        List<String> responseTypesSupported,
        List<String> grantTypesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> scopesSupported,
        List<String> subjectTypesSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> claimsSupported,
        List<String> codeChallengeMethodsSupported) {

    static AuthorizationServerView of(Instance instance) {
        var openId = OpenIdConfigurationView.of(instance);
        return new AuthorizationServerView(
                openId.issuer(),
                openId.authorizationEndpoint(),
                openId.tokenEndpoint(),
                openId.revocationEndpoint(),
                openId.jwksUri(),
                openId.responseTypesSupported(),
                openId.grantTypesSupported(),
                openId.tokenEndpointAuthMethodsSupported(),
                openId.scopesSupported(),
                openId.subjectTypesSupported(),
                openId.idTokenSigningAlgValuesSupported(),
                openId.claimsSupported(),
                openId.codeChallengeMethodsSupported());
    }
}
