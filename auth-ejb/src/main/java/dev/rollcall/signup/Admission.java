package dev.rollcall.signup;

import dev.rollcall.data.Clock;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.invitation.InvitationTickets;
import dev.rollcall.restriction.Restrictions;
import dev.rollcall.token.Tickets;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Decides whom an instance takes in: everybody, or only who was invited; and nobody whom its lists keep out. */
@ApplicationScoped
class Admission {

    @Inject
    private Clock clock;

    @Inject
    private Tickets tickets;

    @Inject
    private InvitationTickets invitations;

    @Inject
    private Restrictions restrictions;

    @Inject
    private VerificationService verifications;

    /** Refuses whoever comes without an invitation to an instance that is not open to all, before anything is done for them. */
    void refuseClosed(Instance instance, Input form) {
        var ticket = form.text("ticket");
        if (ticket.isEmpty()) {
            if (form.text("strategy").filter(Strategy.TICKET.wire()::equals).isPresent()) {
                throw Input.missing("ticket");
            }
            refuseUninvited(instance);
        } else {
            tickets.refuseInSignUp(instance, ticket.get());
        }
    }

    /** Takes an invitation over into a sign-up, if the request has one. */
    void welcome(Instance instance, SignUp signUp, Input form) {
        form.text("ticket").ifPresent(ticket -> {
            tickets.refuseInSignUp(instance, ticket);
            var invited = invitations.invited(instance, ticket);
            if (!invited.invitationId().equals(signUp.invitationId())) {
                signUp.invite(invited, verifications.passed(instance, Strategy.TICKET), clock.now());
            }
        });
    }

    /** Refuses a sign-up by a name that the instance does not want. */
    void refuseRestricted(Instance instance, SignUp signUp) {
        names(signUp)
                .forEach(type ->
                        restrictions.refuseNewcomer(instance, type, signUp.identifier(type), signUp.isInvited()));
    }

    /** Asks all of that again of a sign-up that lacks nothing: much may have been set since it began. */
    void refuseUnwanted(Instance instance, SignUp signUp) {
        if (!signUp.isInvited()) {
            refuseUninvited(instance);
        }
        refuseRestricted(instance, signUp);
        restrictions.refuseNameless(instance, names(signUp));
    }

    /** Uses the invitation up, in the transaction that makes the user. */
    void complete(Instance instance, SignUp signUp) {
        if (signUp.isInvited()) {
            invitations.accept(instance, signUp.invitationId(), signUp.createdUserId());
        }
    }

    private static List<IdentifierType> names(SignUp signUp) {
        return IdentifierType.PROVABLE.stream()
                .filter(type -> signUp.identifier(type) != null)
                .toList();
    }

    private static void refuseUninvited(Instance instance) {
        switch (instance.settings().signUp().mode()) {
            case "restricted" -> throw SignUpProblem.SIGN_UP_MODE_RESTRICTED.refusal();
            case "waitlist" -> throw SignUpProblem.SIGN_UP_RESTRICTED_WAITLIST.refusal();
            default -> {}
        }
    }
}
