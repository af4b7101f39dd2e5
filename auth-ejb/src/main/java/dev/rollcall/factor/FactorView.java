package dev.rollcall.factor;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;

/** A factor that is offered for a sign-in ({@code Stubs.SignInFactor}); what it has not is left out. */
@JsonbNillable(false)
public record FactorView(
        String strategy,
        String safeIdentifier,
        String emailAddressId,
        String phoneNumberId,
        String web3WalletId,
        Boolean primary,
        @JsonbProperty("default") Boolean isDefault,
        String channel,
        String walletName) {

    /** A factor of which there is nothing more to say. */
    public static FactorView of(String strategy) {
        return new FactorView(strategy, null, null, null, null, null, null, null, null);
    }

    static FactorView ofPhoneNumber(String strategy, String safeIdentifier, String id, boolean primary) {
        return new FactorView(strategy, safeIdentifier, null, id, null, primary, null, null, null);
    }

    static FactorView ofSecondPhoneNumber(String strategy, String safeIdentifier, String id, boolean isDefault) {
        return new FactorView(strategy, safeIdentifier, null, id, null, null, isDefault, null, null);
    }

    static FactorView ofEmailAddress(String strategy, String safeIdentifier, String id, boolean primary) {
        return new FactorView(strategy, safeIdentifier, id, null, null, primary, null, null, null);
    }
}
