package dev.rollcall.factor;

import jakarta.json.bind.annotation.JsonbNillable;

/** A factor that is offered for a sign-in ({@code Stubs.SignInFactor}); what it has not is left out. */
@JsonbNillable(false)
public record FactorView(String strategy, String safeIdentifier, String emailAddressId, Boolean primary) {

    static FactorView of(String strategy) {
        return new FactorView(strategy, null, null, null);
    }
}
