package dev.rollcall.token;

import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

/** Tickets of all kinds, told apart by how they begin. What does not begin like one is no ticket. */
@Stateless
public class Tickets {

    @Inject
    @Any
    private jakarta.enterprise.inject.Instance<TicketSource> sources;

    /** Where a ticket is accepted. */
    public static String url(Instance instance, String ticket) {
        return instance.baseUrl() + "/v1/tickets/accept?ticket=" + ticket;
    }

    /** What a ticket is good for now; one that is good for nothing is refused. */
    public Pass read(Instance instance, String ticket) {
        return source(ticket).read(instance, ticket);
    }

    /**
     * Uses a ticket up, at the end of the transaction that lets its holder in by this session. Of two that come with it at once the second
     * finds it used.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void use(Instance instance, String ticket, String sessionId) {
        source(ticket).use(instance, ticket, sessionId);
    }

    /** Refuses a ticket with which nobody can sign up. */
    public void refuseInSignUp(Instance instance, String ticket) {
        source(ticket).refuseInSignUp(instance, ticket);
    }

    private TicketSource source(String ticket) {
        return sources.stream()
                .filter(source -> source.makes(ticket))
                .findFirst()
                .orElseThrow(TicketProblem.TICKET_INVALID_CODE::refusal);
    }
}
