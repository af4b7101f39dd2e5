package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.invitation.InvitationForm;
import dev.rollcall.invitation.Invitations;
import dev.rollcall.restriction.ListKind;
import dev.rollcall.restriction.RestrictedIdentifierView;
import dev.rollcall.restriction.RestrictedIdentifiers;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** Puts somebody on the allow list and, if that is wanted, tells them so by an invitation. */
@Stateless
public class AllowlistAdmin {

    @Inject
    private RestrictedIdentifiers lists;

    @Inject
    private Invitations invitations;

    /** Adds an {@code identifier}; with {@code notify} it must be one e-mail address, which is invited. */
    public RestrictedIdentifierView create(Instance instance, Input body) {
        body.only(Set.of("identifier", "notify"));
        var added = lists.add(instance, ListKind.ALLOWED, body.required("identifier"));
        if (!body.flag("notify", false)) {
            return added;
        }
        if (!added.identifierType().equals(IdentifierType.EMAIL_ADDRESS.wire())
                || added.identifier().indexOf('*') >= 0
                || added.identifier().indexOf('@') < 1) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("notify")
                    .saying("Only an email address can be notified.");
        }
        var address = Identifiers.emailAddress(added.identifier(), "identifier");
        var invitation = invitations.create(instance, InvitationForm.of(address));
        return lists.invited(instance, added.id(), invitation.id());
    }
}
