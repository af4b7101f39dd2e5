package dev.rollcall.web.wellknown;

import dev.rollcall.instance.Instance;
import java.util.List;

/**
 * What verifiers of tokens read of OpenID Connect Discovery 1.0: who issues them, and where the keys are. They are no more than that, as other
 * issuers without a sign-in of their own publish it: nobody can sign in here by OAuth, and an endpoint that is not there is not named.
 */
public record IssuerView(
        String issuer,
        String jwksUri,
        List<String> responseTypesSupported,
        List<String> subjectTypesSupported,
        List<String> idTokenSigningAlgValuesSupported) {

    static IssuerView of(Instance instance) {
        return new IssuerView(
                instance.issuer(),
                instance.baseUrl() + "/.well-known/jwks.json",
                List.of("id_token"),
                List.of("public"),
                List.of("RS256"));
    }
}
