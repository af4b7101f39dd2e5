package dev.rollcall.backend;

import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.message.Messages;
import dev.rollcall.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;

/** Tells the owner of a primary e-mail address that another one has taken its place, where a request asks for it. */
@ApplicationScoped
class PrimaryAddress {

    /** The field with which requests ask for it. */
    static final String NOTIFY = "notify_primary_email_address_changed";

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private Messages messages;

    /** The primary address as it is now. */
    Optional<Identified> of(Instance instance, String userId) {
        return Optional.ofNullable(users.primaryEmailAddress(instance, userId))
                .flatMap(id -> identifications.find(instance, id));
    }

    /** Writes to the address that was the primary one before, if the request asks for it and it is so no more. */
    void tell(Instance instance, String userId, Optional<Identified> before, Input body) {
        if (before.isEmpty() || !body.flag(NOTIFY, false)) {
            return;
        }
        var old = before.get().identifier();
        of(instance, userId)
                .map(Identified::identifier)
                .filter(now -> !now.equals(old))
                .ifPresent(now -> messages.email(
                        instance,
                        "primary_email_address_changed",
                        old,
                        userId,
                        Json.createObjectBuilder().add("new_email_address", now).build()));
    }
}
