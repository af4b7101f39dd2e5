package dev.rollcall.data;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Runs a step in a transaction of a chosen kind, for flows that do slow work (a password hash) between two short transactions. */
@Stateless
public class Transactions {

    /** Runs the step in the caller's transaction, or in a new one where there is none. */
    public <T> T required(Supplier<T> step) {
        return step.get();
    }

    /** Runs the step in a transaction of its own, which commits whatever becomes of the caller's. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T separate(Supplier<T> step) {
        return step.get();
    }
}
