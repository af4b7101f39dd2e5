package dev.rollcall.frontend;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.profile.EmailAddressService;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.security.Redirect;
import dev.rollcall.signin.SignInService;
import dev.rollcall.signup.SignUpService;
import dev.rollcall.verification.EmailLink;
import dev.rollcall.verification.EmailLinks;
import dev.rollcall.verification.LinkFlow;
import dev.rollcall.verification.VerificationProblem;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/**
 * What comes of opening a link from an e-mail: the browser goes on to the app, which is told how it went. Nobody is signed in but the
 * client that asked for the link, whoever opens it; and unless the instance says otherwise nobody else can open it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinkService {

    /** How it went, as clients read it. */
    private enum Result {
        VERIFIED,
        TRANSFERABLE,
        EXPIRED,
        FAILED,
        CLIENT_MISMATCH
    }

    @Inject
    private Transactions transactions;

    @Inject
    private EmailLinks links;

    @Inject
    private ClientService clients;

    @Inject
    private SignInService signIns;

    @Inject
    private SignUpService signUps;

    @Inject
    private EmailAddressService emailAddresses;

    @Inject
    private RateLimits limits;

    /** {@code GET /v1/verify}: opens the link of {@code token}; answers where the browser goes on. */
    public URI verify(Caller caller, Input query) {
        var instance = caller.instance();
        limits.take(caller, Limit.ATTEMPT);
        var link = query.text("token")
                .flatMap(token -> transactions.required(() -> links.of(instance, token)))
                .orElseThrow(VerificationProblem.VERIFICATION_LINK_TOKEN_INVALID::refusal);
        var client = transactions.required(
                () -> clients.identify(caller).client().map(ClientRef::id).orElse(null));
        boolean isSameClient = link.clientId().equals(client);
        if (!isSameClient && instance.settings().verification().linkRequiresSameClient()) {
            return back(link, Result.CLIENT_MISMATCH); // it stays good for the browser that asked for it
        }
        var result = ofWhom(instance, link, open(instance, link, isSameClient));
        if (result != Result.VERIFIED || !isSameClient) {
            return back(link, result);
        }
        try {
            var back = back(link, result);
            return session(caller, link)
                    .map(id -> Redirect.with(back, "__clerk_created_session", id))
                    .orElse(back);
        } catch (Refusal refusal) {
            return back(link, Result.FAILED);
        }
    }

    /** An address that nobody has signs nobody in: the client that asked for the link goes on to a sign-up. */
    private Result ofWhom(Instance instance, EmailLink link, Result result) {
        boolean newcomers =
                result == Result.VERIFIED && link.flow() == LinkFlow.SIGN_IN && signIns.isNewcomers(instance, link);
        return newcomers ? Result.TRANSFERABLE : result;
    }

    private Result open(Instance instance, EmailLink link, boolean isSameClient) {
        return switch (link.status()) {
            case EXPIRED -> Result.EXPIRED;
            case FAILED -> Result.FAILED;
            case VERIFIED -> isSameClient ? Result.VERIFIED : Result.FAILED; // a page that is loaded again
            case UNVERIFIED -> opened(instance, link);
        };
    }

    private Result opened(Instance instance, EmailLink link) {
        try {
            switch (link.flow()) {
                case SIGN_IN -> signIns.opened(instance, link);
                case SIGN_UP -> signUps.opened(instance, link);
                case PROFILE -> emailAddresses.opened(instance, link);
            }
            return Result.VERIFIED;
        } catch (Refusal refusal) {
            return refusal.problem() == VerificationProblem.VERIFICATION_EXPIRED ? Result.EXPIRED : Result.FAILED;
        }
    }

    /** The session that has come of it, if any: more may be asked for. */
    private Optional<String> session(Caller caller, EmailLink link) {
        return Optional.ofNullable(
                switch (link.flow()) {
                    case SIGN_IN -> signIns.get(caller, link.flowId()).createdSessionId();
                    case SIGN_UP -> signUps.get(caller, link.flowId()).createdSessionId();
                    case PROFILE -> null;
                });
    }

    private static URI back(EmailLink link, Result result) {
        var status = result.name().toLowerCase(java.util.Locale.ROOT);
        return Redirect.with(URI.create(link.redirectUrl()), "__clerk_status", status);
    }
}
