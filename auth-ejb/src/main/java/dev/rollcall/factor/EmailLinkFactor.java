package dev.rollcall.factor;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Redirects;
import dev.rollcall.verification.EmailLinks;
import dev.rollcall.verification.LinkFlow;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A link by e-mail, as a first factor: it is passed by being opened, and there is nothing to answer. */
@ApplicationScoped
class EmailLinkFactor extends EmailFactor implements FirstFactor {

    private final EmailLinks links;
    private final Redirects redirects;

    EmailLinkFactor() {
        this(null, null); // for the container's proxy
    }

    @Inject
    EmailLinkFactor(EmailLinks links, Redirects redirects) {
        super(Strategy.EMAIL_LINK);
        this.links = links;
        this.redirects = redirects;
    }

    @Override
    boolean usable(Instance instance, Candidate user) {
        var email = instance.settings().attributes().emailAddress();
        return email.enabled()
                && email.usedForFirstFactor()
                && email.firstFactors().contains(strategy().wire());
    }

    @Override
    String send(Instance instance, String address, String userId, Input form) {
        return links.send(instance, LinkFlow.SIGN_IN, address, userId, redirectUrl(instance, form));
    }

    @Override
    String pretend(Instance instance, String address, String userId, Input form) {
        return links.pretend(instance, LinkFlow.SIGN_IN, address, userId, redirectUrl(instance, form));
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        throw VerificationProblem.VERIFICATION_STRATEGY_INVALID.refusal("strategy");
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        return links.ofVerification(instance, verificationId)
                .filter(link -> link.status() == VerificationStatus.VERIFIED)
                .orElseThrow(VerificationProblem.VERIFICATION_MISSING::refusal)
                .verificationId();
    }

    @Override
    public String parameter() {
        return "strategy";
    }

    private String redirectUrl(Instance instance, Input form) {
        return redirects.web(instance, form.required("redirect_url")).uri().toString();
    }
}
