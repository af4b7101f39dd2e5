package dev.rollcall.user;

/** What of a user may be shown to those who share a session list or an organization with them ({@code Client.PublicUserData}). */
public record PublicUserDataView(
        String firstName,
        String lastName,
        String imageUrl,
        boolean hasImage,
        String identifier,
        String profileImageUrl,
        String userId,
        String username,
        boolean banned,
        boolean deprovisioned) {

    /** The public part of a user. */
    public static PublicUserDataView of(UserView user) {
        var identifier = user.emailAddresses().stream()
                .filter(e -> e.id().equals(user.primaryEmailAddressId()))
                .map(e -> e.emailAddress())
                .findFirst()
                .or(() -> user.phoneNumbers().stream()
                        .filter(p -> p.id().equals(user.primaryPhoneNumberId()))
                        .map(p -> p.phoneNumber())
                        .findFirst())
                .orElse(user.username() == null ? "" : user.username());
        return new PublicUserDataView(
                user.firstName(),
                user.lastName(),
                user.imageUrl(),
                user.hasImage(),
                identifier,
                user.profileImageUrl(),
                user.id(),
                user.username(),
                user.banned(),
                user.deprovisioned());
    }
}
