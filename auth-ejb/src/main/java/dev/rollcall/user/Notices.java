package dev.rollcall.user;

import dev.rollcall.data.Rows;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.message.BlockedCountries;
import dev.rollcall.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * Tells people what was done to their account, so that they hear of it if it was not they who did it: by e-mail or, where they have no
 * address, by text message.
 */
@ApplicationScoped
public class Notices {

    private static final Set<String> BY_TEXT =
            Set.of("password_changed", "password_removed", "passkey_added", "passkey_removed");
    private static final String PRIMARY_CHANGED = "primary_email_address_changed";

    @Inject
    private Rows rows;

    @Inject
    private IdentificationService identifications;

    @Inject
    private Messages messages;

    /** Whether the instance wants its users to be told of this. */
    public static boolean wanted(Instance instance, String slug) {
        var notices = instance.settings().notices();
        return switch (slug) {
            case "new_device_sign_in" -> notices.newDeviceSignIn();
            case "password_changed", "password_removed" -> notices.passwordChanged();
            case PRIMARY_CHANGED -> notices.primaryEmailAddressChanged();
            case "passkey_added", "passkey_removed" -> notices.passkeyChanged();
            default -> true;
        };
    }

    /**
     * Writes a notice to the user's primary address, in the caller's transaction; without one to the primary phone number, if there are words
     * for that. Nothing happens where there is neither, or no such user, or where the instance does not want it.
     *
     * @param slug the template's
     * @param data what the template needs beyond what every message has
     */
    public void tell(Instance instance, String userId, String slug, JsonObject data) {
        if (!wanted(instance, slug)) {
            return;
        }
        var address = primary(instance, userId);
        if (address.isPresent()) {
            messages.email(instance, slug, address.get().identifier(), userId, data);
        } else if (BY_TEXT.contains(slug)) {
            number(instance, userId)
                    .filter(to -> !BlockedCountries.contain(instance, to.identifier()))
                    .ifPresent(to -> messages.sms(instance, slug, to.identifier(), userId, data));
        }
    }

    private Optional<Identified> number(Instance instance, String userId) {
        return rows.find(User.class, instance.id(), userId)
                .map(User::primaryPhoneNumberId)
                .flatMap(id -> identifications.find(instance, id));
    }

    /** The user's primary e-mail address, if there is one. */
    public Optional<Identified> primary(Instance instance, String userId) {
        return rows.find(User.class, instance.id(), userId)
                .map(User::primaryEmailAddressId)
                .flatMap(id -> identifications.find(instance, id));
    }

    /** Writes to the address that was the primary one before, if another one has taken its place and the instance wants it. */
    public void primaryChanged(Instance instance, String userId, Optional<Identified> before) {
        if (wanted(instance, PRIMARY_CHANGED)) {
            tellFormer(instance, userId, before);
        }
    }

    /** The same whatever the instance wants: somebody has asked for it. */
    public void tellFormer(Instance instance, String userId, Optional<Identified> before) {
        var now = primary(instance, userId).map(Identified::identifier);
        before.map(Identified::identifier)
                .filter(old -> now.isPresent() && !now.get().equals(old))
                .ifPresent(old -> messages.email(
                        instance,
                        PRIMARY_CHANGED,
                        old,
                        userId,
                        Json.createObjectBuilder()
                                .add("new_email_address", now.get())
                                .build()));
    }
}
