package dev.rollcall.user;

import dev.rollcall.data.Rows;
import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.identifier.Web3WalletView;
import dev.rollcall.instance.Instance;
import dev.rollcall.passkey.PasskeyService;
import dev.rollcall.passkey.PasskeyView;
import dev.rollcall.security.LockoutState;
import dev.rollcall.security.Lockouts;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.verification.VerificationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts users together as the wire shows them: five queries, however many users. */
@ApplicationScoped
class UserViews {

    @Inject
    private Rows rows;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private Lockouts lockouts;

    @Inject
    private PasskeyService passkeys;

    /** Views by user id, in the order of the ids; unknown ids are left out. */
    Map<String, UserView> of(Instance instance, Collection<String> userIds, boolean withPrivateMetadata) {
        var views = new LinkedHashMap<String, UserView>();
        if (userIds.isEmpty()) {
            return views;
        }
        var users = rows.of(User.class, instance.id()).where("e.id in :ids").with("ids", userIds).list().stream()
                .collect(Collectors.toMap(User::id, u -> u));
        var named = identifications.of(instance.id(), userIds);
        var challenges = verifications.views(
                instance.id(), named.stream().map(Identified::verificationId).toList());
        var standing = lockouts.states(instance, userIds);
        var keys = instance.settings().attributes().passkey().enabled()
                ? passkeys.views(instance, userIds)
                : Map.<String, List<PasskeyView>>of();
        var byUser = named.stream().collect(Collectors.groupingBy(Identified::userId));
        for (var id : userIds) {
            var user = users.get(id);
            if (user != null) {
                views.put(
                        id,
                        view(
                                instance,
                                user,
                                byUser.getOrDefault(id, List.of()),
                                challenges,
                                keys.getOrDefault(id, List.of()),
                                standing.get(id),
                                withPrivateMetadata));
            }
        }
        return views;
    }

    private static UserView view(
            Instance instance,
            User user,
            List<Identified> named,
            Map<String, VerificationView> challenges,
            List<PasskeyView> passkeys,
            LockoutState standing,
            boolean withPrivateMetadata) {
        var emails = named.stream()
                .filter(i -> i.type() == IdentifierType.EMAIL_ADDRESS)
                .map(i -> EmailAddressView.of(i, challenges))
                .toList();
        var phones = named.stream()
                .filter(i -> i.type() == IdentifierType.PHONE_NUMBER)
                .map(i -> PhoneNumberView.of(i, challenges))
                .toList();
        var wallets = named.stream()
                .filter(i -> i.type() == IdentifierType.WEB3_WALLET)
                .map(i -> Web3WalletView.of(i, challenges))
                .toList();
        var username = named.stream()
                .filter(i -> i.type() == IdentifierType.USERNAME)
                .map(Identified::identifier)
                .findFirst()
                .orElse(null);
        var imageUrl = imageUrl(instance, user.id(), user.imageId());
        return new UserView(
                user.id(),
                "user",
                username,
                user.firstName(),
                user.lastName(),
                user.locale(),
                imageUrl,
                user.imageId() != null,
                imageUrl,
                user.primaryEmailAddressId(),
                user.primaryPhoneNumberId(),
                user.primaryWeb3WalletId(),
                user.passwordDigest() != null,
                user.totpEnabled() || named.stream().anyMatch(Identified::reservedForSecondFactor),
                user.totpEnabled(),
                user.backupCodeEnabled(),
                emails,
                phones,
                wallets,
                withPrivateMetadata
                        ? passkeys.stream().map(PasskeyView::forBackend).toList()
                        : passkeys,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                millis(user.passwordUpdatedAt()),
                user.publicMetadata(),
                withPrivateMetadata ? user.privateMetadata() : null,
                user.unsafeMetadata(),
                user.externalId(),
                millis(user.lastSignInAt()),
                user.banned(),
                user.locked() || standing != null && standing.isLocked(),
                false,
                standing != null && standing.isLocked() ? standing.lockedFor().toSeconds() : null,
                standing == null ? null : (long) standing.remaining(),
                user.createdAt().toEpochMilli(),
                user.updatedAt().toEpochMilli(),
                user.deleteSelfEnabled(),
                user.createOrganizationEnabled(),
                user.createOrganizationsLimit(),
                millis(user.lastActiveAt()),
                millis(user.mfaEnabledAt()),
                millis(user.mfaDisabledAt()),
                millis(user.legalAcceptedAt()),
                user.bypassClientTrust());
    }

    static String imageUrl(Instance instance, String userId, String imageId) {
        var image = imageId == null ? "default" : imageId;
        return instance.baseUrl() + "/v1/images/" + instance.id() + "/" + userId + "/" + image;
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
