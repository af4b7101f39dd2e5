package dev.rollcall.profile;

import dev.rollcall.data.Transactions;
import dev.rollcall.input.Input;
import dev.rollcall.json.Json;
import dev.rollcall.page.DeletedView;
import dev.rollcall.passkey.PasskeyOwner;
import dev.rollcall.passkey.PasskeyService;
import dev.rollcall.passkey.PasskeyView;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.Devices;
import dev.rollcall.session.SessionService;
import dev.rollcall.user.Notices;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserView;
import dev.rollcall.verification.Strategy;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passkeys of signed-in people, made and looked after by themselves. */
@Stateless
public class MyPasskeys {

    @Inject
    private Transactions transactions;

    @Inject
    private SessionService sessions;

    @Inject
    private StepUp stepUp;

    @Inject
    private UserService users;

    @Inject
    private PasskeyService passkeys;

    @Inject
    private Notices notices;

    @Inject
    private Devices devices;

    @Inject
    private RateLimits limits;

    /** Begins to register a passkey ({@code postPasskey}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PasskeyView create(Caller caller) {
        var userId = transactions.required(() -> stepUp.sensitive(caller).userId());
        limits.take(caller, Limit.USER_CHANGE, userId);
        if (!caller.instance().settings().attributes().passkey().enabled()) {
            throw ProfileProblem.FEATURE_NOT_ENABLED.refusal();
        }
        return transactions.required(() -> {
            users.hold(caller.instance(), userId);
            var user = users.view(caller.instance(), userId);
            return passkeys.begin(caller.instance(), caller.request().origin(), owner(user), device(caller));
        });
    }

    /** Takes the authenticator's answer; the passkey counts from then on ({@code attemptPasskeyVerification}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PasskeyView attempt(Caller caller, String passkeyId, Input form) {
        var instance = caller.instance();
        form.text("strategy").filter(s -> !s.equals(Strategy.PASSKEY.wire())).ifPresent(s -> {
            throw Strategy.unavailable();
        });
        var credential = form.required("public_key_credential");
        limits.take(caller, Limit.ATTEMPT);
        var verificationId = transactions.required(
                () -> passkeys.verificationOf(instance, sessions.current(caller).userId(), passkeyId));
        var registration = passkeys.answer(instance, verificationId, credential);
        return transactions.required(() -> {
            var userId = sessions.current(caller).userId();
            users.hold(instance, userId);
            var made = passkeys.register(instance, userId, passkeyId, registration);
            notices.tell(instance, userId, "passkey_added", named(made.name()));
            return made;
        });
    }

    /** One passkey ({@code readPasskey}). */
    public PasskeyView get(Caller caller, String passkeyId) {
        return passkeys.get(caller.instance(), sessions.current(caller).userId(), passkeyId);
    }

    /** Gives it another name ({@code patchPasskey}). */
    public PasskeyView rename(Caller caller, String passkeyId, Input form) {
        var name = form.required("name");
        var userId = sessions.current(caller).userId();
        return passkeys.rename(caller.instance(), userId, passkeyId, name);
    }

    /** Takes it away ({@code deletePasskey}). */
    public DeletedView delete(Caller caller, String passkeyId) {
        var userId = stepUp.sensitive(caller).userId();
        users.hold(caller.instance(), userId);
        var name = passkeys.remove(caller.instance(), userId, passkeyId);
        notices.tell(caller.instance(), userId, "passkey_removed", named(name));
        return DeletedView.of("passkey", passkeyId);
    }

    private static JsonObject named(String name) {
        return Json.createObjectBuilder().add("passkey_name", name).build();
    }

    private static PasskeyOwner owner(UserView user) {
        var address = user.emailAddresses().stream()
                .filter(email -> email.id().equals(user.primaryEmailAddressId()))
                .map(email -> email.emailAddress())
                .findFirst();
        var name = address.or(() -> Optional.ofNullable(user.username()))
                .or(() -> user.web3Wallets().stream()
                        .map(wallet -> wallet.web3Wallet())
                        .findFirst())
                .orElse(user.id());
        var fullName = Stream.of(user.firstName(), user.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new PasskeyOwner(user.id(), name, fullName.isBlank() ? name : fullName);
    }

    /** The device that it is made on, for the user to recognise it by: people rename it where that is not enough. */
    private String device(Caller caller) {
        return devices.name(caller.request().userAgent()).orElse("Passkey");
    }
}
