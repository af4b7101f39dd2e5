package dev.rollcall.restriction;

import dev.rollcall.data.Rows;
import dev.rollcall.error.Refusal;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.message.TestAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps out whom an instance does not want, by what names them. Where somebody is on both lists, the allow list wins. */
@ApplicationScoped
public class Restrictions {

    @Inject
    private Rows rows;

    @Inject
    private DisposableDomains disposable;

    /**
     * Refuses what may not name a new user.
     *
     * @param invited whether somebody who runs the app has asked this very person in: then only the block list counts
     */
    public void refuseNewcomer(Instance instance, IdentifierType type, String identifier, boolean invited) {
        var set = instance.settings().restrictions();
        if (set.allowlist() && isOn(instance, ListKind.ALLOWED, type, identifier)) {
            return;
        }
        if (set.allowlist() && !invited) {
            throw notAllowed(type);
        }
        refuseBlocked(instance, type, identifier);
        if (!invited) {
            refuseKind(instance, type, identifier);
        }
    }

    /** Refuses what may not name somebody who is a user already. */
    public void refuseAddition(Instance instance, IdentifierType type, String identifier) {
        if (instance.settings().restrictions().allowlist() && isOn(instance, ListKind.ALLOWED, type, identifier)) {
            return;
        }
        refuseBlocked(instance, type, identifier);
        refuseKind(instance, type, identifier);
    }

    /**
     * Refuses a user who may not come in (any more): one of whose names is blocked, or none of whose names is allowed. Who has no name that
     * could be on a list is let in.
     *
     * @param names what names the user, looked up only where there is a list
     */
    public void refuseSignIn(Instance instance, Supplier<? extends Collection<Identified>> names) {
        var set = instance.settings().restrictions();
        if (set.allowlistBlocklistDisabledOnSignIn() || !set.allowlist() && !set.blocklist()) {
            return;
        }
        var listable = names.get().stream()
                .filter(name -> isListable(name.type()) && (name.verified() || name.reserved()))
                .toList();
        if (listable.isEmpty()) {
            return;
        }
        boolean isKeptOut = set.allowlist()
                ? !isAnyOn(instance, ListKind.ALLOWED, listable)
                : isAnyOn(instance, ListKind.BLOCKED, listable);
        if (isKeptOut) {
            throw RestrictionProblem.NOT_ALLOWED_ACCESS.refusal();
        }
    }

    /** Refuses a newcomer none of whose names could be on the allow list, where only who is on it may come. */
    public void refuseNameless(Instance instance, List<IdentifierType> names) {
        if (instance.settings().restrictions().allowlist() && names.stream().noneMatch(Restrictions::isListable)) {
            throw RestrictionProblem.NOT_ALLOWED_ACCESS.refusal();
        }
    }

    private void refuseBlocked(Instance instance, IdentifierType type, String identifier) {
        if (instance.settings().restrictions().blocklist() && isOn(instance, ListKind.BLOCKED, type, identifier)) {
            throw notAllowed(type);
        }
    }

    /** Addresses of a kind that is not wanted, whosever they are. Those that tests use are sub-addresses on purpose. */
    private void refuseKind(Instance instance, IdentifierType type, String identifier) {
        if (type != IdentifierType.EMAIL_ADDRESS || TestAddresses.contain(instance, identifier)) {
            return;
        }
        var set = instance.settings().restrictions();
        if (set.blockEmailSubaddresses() && Mailbox.isSubaddress(identifier)) {
            throw RestrictionProblem.NOT_ALLOWED_ACCESS
                    .refusal(type.wire())
                    .saying("Email address must not contain the characters '+', '=', or '#'.");
        }
        if (set.blockDisposableEmailDomains() && disposable.contain(identifier)) {
            throw RestrictionProblem.FORM_EMAIL_ADDRESS_BLOCKED.refusal(type.wire());
        }
    }

    private boolean isOn(Instance instance, ListKind kind, IdentifierType type, String identifier) {
        return isListable(type) && isAnyOn(instance, kind, Rule.keys(kind, type, identifier).stream());
    }

    private boolean isAnyOn(Instance instance, ListKind kind, List<Identified> names) {
        return isAnyOn(
                instance,
                kind,
                names.stream().flatMap(name -> Rule.keys(kind, name.type(), name.identifier()).stream()));
    }

    /** The keys of one kind of identifier are none of another. */
    private boolean isAnyOn(Instance instance, ListKind kind, Stream<String> keys) {
        return rows.of(RestrictedIdentifier.class, instance.id())
                .where("e.kind = :kind and e.canonical in :keys")
                .with("kind", kind)
                .with("keys", keys.distinct().toList())
                .exists();
    }

    private static boolean isListable(IdentifierType type) {
        return switch (type) {
            case EMAIL_ADDRESS, PHONE_NUMBER, WEB3_WALLET -> true;
            case USERNAME -> false;
        };
    }

    private static Refusal notAllowed(IdentifierType type) {
        var name =
                switch (type) {
                    case EMAIL_ADDRESS -> "email address";
                    case PHONE_NUMBER -> "phone number";
                    case WEB3_WALLET -> "wallet";
                    case USERNAME -> "username";
                };
        return RestrictionProblem.NOT_ALLOWED_ACCESS
                .refusal(type.wire())
                .saying("That " + name + " is not allowed to access this application.");
    }
}
