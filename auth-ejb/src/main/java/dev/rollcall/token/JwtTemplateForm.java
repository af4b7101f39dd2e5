package dev.rollcall.token;

import dev.rollcall.claim.ClaimTemplate;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a template shall be, as a request says it and what is there already fills in.
 *
 * @param newKey a key of its own, if the request brings one; whether it keeps the one it has, {@code ownKey} says
 */
record JwtTemplateForm(
        String name,
        JsonObject claims,
        int lifetime,
        int allowedClockSkew,
        SigningAlgorithm algorithm,
        boolean ownKey,
        Optional<String> newKey) {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "claims",
            "lifetime",
            "allowed_clock_skew",
            "custom_signing_key",
            "signing_algorithm",
            "signing_key");

    private static final Pattern NAME = Pattern.compile("\\w[\\w.-]{0,127}"); // it is a part of paths
    private static final int DEFAULT_LIFETIME = 60;
    private static final int DEFAULT_SKEW = 5;

    /**
     * With a key of the app's own the token says nothing in our name, so it may name another issuer and another subject: the custom
     * tokens of Firebase are issued by a service account.
     */
    private static final Set<String> FREE_WITH_OWN_KEY = Set.of("iss", "sub");

    @Override
    public String toString() {
        return "JwtTemplateForm[" + name + "]";
    }

    /** A new template. */
    static JwtTemplateForm of(Input body) {
        body.only(FIELDS);
        boolean ownKey = body.flag("custom_signing_key", false);
        return new JwtTemplateForm(
                        body.required("name"),
                        body.object("claims").orElseThrow(() -> Input.missing("claims")),
                        seconds(body, "lifetime", 30, 315_360_000, DEFAULT_LIFETIME),
                        seconds(body, "allowed_clock_skew", 0, 300, DEFAULT_SKEW),
                        algorithm(body, ownKey, SigningAlgorithm.RS256),
                        ownKey,
                        body.text("signing_key"))
                .checked(Optional.empty());
    }

    /** A template that changes where the body says something; null brings a default back. */
    static JwtTemplateForm of(Input body, JwtTemplate now) {
        body.only(FIELDS);
        boolean ownKey = body.flag("custom_signing_key", now.hasOwnKey());
        return new JwtTemplateForm(
                        body.has("name") ? body.required("name") : now.name(),
                        body.has("claims")
                                ? body.object("claims").orElseThrow(() -> Input.missing("claims"))
                                : now.claims().claims(),
                        body.has("lifetime")
                                ? seconds(body, "lifetime", 30, 315_360_000, DEFAULT_LIFETIME)
                                : now.lifetime(),
                        body.has("allowed_clock_skew")
                                ? seconds(body, "allowed_clock_skew", 0, 300, DEFAULT_SKEW)
                                : now.allowedClockSkew(),
                        algorithm(body, ownKey, ownKey ? now.algorithm() : SigningAlgorithm.RS256),
                        ownKey,
                        body.text("signing_key"))
                .checked(Optional.of(now));
    }

    private JwtTemplateForm checked(Optional<JwtTemplate> now) {
        if (!NAME.matcher(name).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal("name")
                    .saying("name must be 1 to 128 letters, digits, dots, hyphens and underscores.");
        }
        ClaimTemplate.checked(claims, reserved(), "claims");
        if (!ownKey && newKey.isPresent()) {
            throw invalid("signing_key", "needs custom_signing_key to be true");
        }
        if (newKey.isPresent() && CustomKey.of(algorithm, newKey.get()).isEmpty()) {
            throw invalid(
                    "signing_key",
                    algorithm.family() == SigningAlgorithm.Family.SECRET
                            ? "must be a secret of at least " + algorithm.size() + " bytes"
                            : "must be a private key for " + algorithm + " in PEM");
        }
        boolean kept =
                now.filter(t -> t.hasOwnKey() && t.algorithm() == algorithm).isPresent();
        if (ownKey && newKey.isEmpty() && !kept) {
            throw Input.missing("signing_key");
        }
        return this;
    }

    private Set<String> reserved() {
        var reserved = new HashSet<>(ClaimTemplate.TOKEN);
        reserved.addAll(ClaimTemplate.SESSION_BOUND);
        if (ownKey) {
            reserved.removeAll(FREE_WITH_OWN_KEY);
        }
        return reserved;
    }

    private static SigningAlgorithm algorithm(Input body, boolean ownKey, SigningAlgorithm otherwise) {
        var asked = body.text("signing_algorithm");
        if (asked.isEmpty()) {
            if (ownKey && body.has("signing_key")) {
                throw Input.missing("signing_algorithm");
            }
            return otherwise;
        }
        var algorithm = SigningAlgorithm.of(asked.get());
        if (algorithm.isEmpty()) {
            throw invalid("signing_algorithm", "must be one of: " + String.join(", ", SigningAlgorithm.names()));
        }
        if (!ownKey && algorithm.get() != SigningAlgorithm.RS256) {
            throw invalid("signing_algorithm", "must be RS256 unless there is a custom_signing_key");
        }
        return algorithm.get();
    }

    private static int seconds(Input body, String name, int least, int most, int otherwise) {
        return (int) body.number(name, least, most).orElse(otherwise);
    }

    private static Refusal invalid(String name, String sentence) {
        return CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(name).saying(name + " " + sentence + ".");
    }
}
