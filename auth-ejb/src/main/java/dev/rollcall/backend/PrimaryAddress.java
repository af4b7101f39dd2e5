package dev.rollcall.backend;

import dev.rollcall.identifier.Identified;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells the owner of a primary e-mail address that another one has taken its place, where a request asks for it. */
@ApplicationScoped
class PrimaryAddress {

    /** The field with which requests ask for it. */
    static final String NOTIFY = "notify_primary_email_address_changed";

    @Inject
    private Notices notices;

    /** The primary address as it is now. */
    Optional<Identified> of(Instance instance, String userId) {
        return notices.primary(instance, userId);
    }

    /** Writes to the address that was the primary one before, if the request asks for it and it is so no more. */
    void tell(Instance instance, String userId, Optional<Identified> before, Input body) {
        if (body.flag(NOTIFY, false)) {
            notices.tellFormer(instance, userId, before);
        }
    }
}
