package dev.rollcall.profile;

import dev.rollcall.client.ClientRef;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.restriction.Restrictions;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.security.Redirects;
import dev.rollcall.session.SessionService;
import dev.rollcall.user.Notices;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Destination;
import dev.rollcall.verification.EmailLink;
import dev.rollcall.verification.EmailLinks;
import dev.rollcall.verification.LinkFlow;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The e-mail addresses of signed-in people, added and proved by themselves. */
@Stateless
public class EmailAddressService {

    @Inject
    private Transactions transactions;

    @Inject
    private SessionService sessions;

    @Inject
    private StepUp stepUp;

    @Inject
    private UserService users;

    @Inject
    private OwnNames names;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private EmailLinks links;

    @Inject
    private Redirects redirects;

    @Inject
    private RateLimits limits;

    @Inject
    private Notices notices;

    @Inject
    private Restrictions restrictions;

    /** All addresses of the user, oldest first ({@code getEmailAddresses}). */
    public List<EmailAddressView> list(Caller caller) {
        var user = sessions.current(caller).userId();
        return users.view(caller.instance(), user).emailAddresses();
    }

    /** Claims an address that is yet to be proved ({@code createEmailAddresses}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public EmailAddressView create(Caller caller, Input form) {
        var userId = transactions.required(() -> sessions.current(caller).userId());
        limits.take(caller, Limit.USER_CHANGE, userId); // it says whether the address is taken
        return transactions.required(() -> created(caller, form));
    }

    private EmailAddressView created(Caller caller, Input form) {
        var userId = stepUp.sensitive(caller).userId();
        var address = Identifiers.emailAddress(form.required("email_address"), "email_address");
        if (!caller.instance().settings().attributes().emailAddress().enabled()) {
            throw CommonProblem.FORM_PARAM_UNKNOWN.refusal("email_address");
        }
        restrictions.refuseAddition(caller.instance(), IdentifierType.EMAIL_ADDRESS, address);
        var claimed = names.claim(caller.instance(), userId, IdentifierType.EMAIL_ADDRESS, address);
        return view(caller.instance(), claimed);
    }

    /** One address ({@code getEmailAddress}). */
    public EmailAddressView get(Caller caller, String emailAddressId) {
        return view(caller.instance(), own(caller, emailAddressId));
    }

    /** Takes an address away; the last proved identification stays ({@code DeleteEmailAddress}). */
    public DeletedView delete(Caller caller, String emailAddressId) {
        var userId = stepUp.sensitive(caller).userId();
        var before = notices.primary(caller.instance(), userId);
        names.remove(caller.instance(), userId, IdentifierType.EMAIL_ADDRESS, emailAddressId);
        notices.primaryChanged(caller.instance(), userId, before);
        return DeletedView.of("email_address", emailAddressId);
    }

    /** Sends the code or the link that proves the address ({@code sendVerificationEmail}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public EmailAddressView prepare(Caller caller, String emailAddressId, Input form) {
        var asked = transactions.required(() -> own(caller, emailAddressId));
        limits.takeNamed(caller, Limit.CODE, Identifiers.canonical(asked.identifier()));
        return transactions.required(() -> prepared(caller, emailAddressId, form));
    }

    private EmailAddressView prepared(Caller caller, String emailAddressId, Input form) {
        var instance = caller.instance();
        var email = own(caller, emailAddressId);
        var strategy = form.required("strategy");
        boolean byLink = strategy.equals(Strategy.EMAIL_LINK.wire())
                && instance.settings()
                        .attributes()
                        .emailAddress()
                        .verifications()
                        .contains(strategy);
        if (!byLink && !strategy.equals(Strategy.EMAIL_CODE.wire())) {
            throw Strategy.unavailable();
        }
        if (email.verified()) {
            throw VerificationProblem.VERIFICATION_ALREADY_VERIFIED.refusal();
        }
        var verificationId = byLink
                ? sendLink(caller, email, form)
                : verifications.sendCode(
                        instance, Strategy.EMAIL_CODE, Destination.email(email.identifier()), email.userId());
        identifications.challenged(instance.id(), email.userId(), email.id(), verificationId);
        return get(caller, emailAddressId);
    }

    private String sendLink(Caller caller, Identified email, Input form) {
        var instance = caller.instance();
        var page = redirects.web(instance, form.required("redirect_url")).uri().toString();
        var id = links.send(instance, LinkFlow.PROFILE, email.identifier(), email.userId(), page);
        links.bind(
                instance,
                id,
                LinkFlow.PROFILE,
                email.id(),
                sessions.current(caller).client().id());
        return id;
    }

    /** The link that was sent to an address was opened, which proves it, if it is the latest one. */
    public void opened(Instance instance, EmailLink link) {
        var userId = identifications
                .find(instance, link.flowId())
                .map(Identified::userId)
                .orElseThrow(VerificationProblem.VERIFICATION_EXPIRED::refusal);
        users.hold(instance, userId);
        var email = identifications.require(instance.id(), userId, link.flowId());
        if (email.verified() || !link.verificationId().equals(email.verificationId())) {
            throw VerificationProblem.VERIFICATION_EXPIRED.refusal();
        }
        var there = new ClientRef(instance.id(), link.clientId());
        if (sessions.live(there).stream().noneMatch(live -> live.userId().equals(userId))) {
            throw VerificationProblem.VERIFICATION_EXPIRED.refusal(); // who was signed out gains no way back in
        }
        links.open(instance, link);
        identifications.verified(instance, userId, email.id(), link.verificationId());
        names.gained(instance, email);
    }

    /** Answers the code ({@code verifyEmailAddress}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public EmailAddressView attempt(Caller caller, String emailAddressId, Input form) {
        var instance = caller.instance();
        limits.take(caller, Limit.ATTEMPT);
        var asked = transactions.required(() -> own(caller, emailAddressId));
        if (transactions
                .required(() -> links.ofVerification(instance, asked.verificationId()))
                .isPresent()) {
            throw VerificationProblem.VERIFICATION_STRATEGY_INVALID.refusal();
        }
        names.judge(caller, asked, form.required("code"));
        return transactions.required(() -> {
            names.proved(caller, asked);
            return get(caller, emailAddressId);
        });
    }

    private Identified own(Caller caller, String emailAddressId) {
        return names.require(caller, IdentifierType.EMAIL_ADDRESS, emailAddressId);
    }

    private EmailAddressView view(Instance instance, Identified email) {
        var challenges =
                verifications.views(instance.id(), java.util.Collections.singletonList(email.verificationId()));
        return EmailAddressView.of(email, challenges);
    }
}
