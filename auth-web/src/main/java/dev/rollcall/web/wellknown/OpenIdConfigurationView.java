package dev.rollcall.web.wellknown;

import dev.rollcall.instance.Instance;
import java.util.List;

/**
 * OpenID Connect Discovery 1.0. It tells verifiers who issues session tokens and where the keys are. OAuth applications are not
 * supported: their endpoints are named because the document must name them, and every list of what they can do is empty.
 */
public record OpenIdConfigurationView(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String revocationEndpoint,
        String introspectionEndpoint,
        String userinfoEndpoint,
        String jwksUri,
        List<String> scopesSupported,
        List<String> responseTypesSupported,
        List<String> responseModesSupported,
        List<String> grantTypesSupported,
        List<String> subjectTypesSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> claimsSupported,
        List<String> codeChallengeMethodsSupported,
        boolean backchannelLogoutSupported,
        boolean frontchannelLogoutSupported) {

    static OpenIdConfigurationView of(Instance instance) {
        var base = instance.baseUrl();
        return new OpenIdConfigurationView(
                instance.issuer(),
                base + "/oauth/authorize",
                base + "/oauth/token",
                base + "/oauth/token/revoke",
                base + "/oauth/token_info",
                base + "/oauth/userinfo",
                base + "/.well-known/jwks.json",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("public"),
                List.of("RS256"),
                List.of(),
                List.of(),
                List.of(),
                false,
                false);
    }
}
