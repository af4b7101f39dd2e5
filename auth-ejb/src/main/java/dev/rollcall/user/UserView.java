package dev.rollcall.user;

import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.identifier.Web3WalletView;
import dev.rollcall.passkey.PasskeyView;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/**
 * A user as both APIs show it ({@code Client.User}, {@code User}); times are epoch milliseconds.
 *
 * @param privateMetadata for the Backend API alone; left out where null
 */
public record UserView(
        String id,
        String object,
        String username,
        String firstName,
        String lastName,
        String locale,
        String imageUrl,
        boolean hasImage,
        String profileImageUrl,
        String primaryEmailAddressId,
        String primaryPhoneNumberId,
        String primaryWeb3WalletId,
        boolean passwordEnabled,
        boolean twoFactorEnabled,
        boolean totpEnabled,
        boolean backupCodeEnabled,
        List<EmailAddressView> emailAddresses,
        List<PhoneNumberView> phoneNumbers,
        List<Web3WalletView> web3Wallets,
        List<PasskeyView> passkeys,
        List<JsonValue> organizationMemberships,
        List<JsonValue> externalAccounts,
        List<JsonValue> samlAccounts,
        List<JsonValue> enterpriseAccounts,
        Long passwordLastUpdatedAt,
        JsonObject publicMetadata,
        @JsonbNillable(false) JsonObject privateMetadata,
        JsonObject unsafeMetadata,
        String externalId,
        Long lastSignInAt,
        boolean banned,
        boolean locked,
        boolean deprovisioned,
        Long lockoutExpiresInSeconds,
        Long verificationAttemptsRemaining,
        long createdAt,
        long updatedAt,
        boolean deleteSelfEnabled,
        boolean createOrganizationEnabled,
        @JsonbNillable(false) Integer createOrganizationsLimit,
        Long lastActiveAt,
        Long mfaEnabledAt,
        Long mfaDisabledAt,
        Long legalAcceptedAt,
        boolean bypassClientTrust) {}
