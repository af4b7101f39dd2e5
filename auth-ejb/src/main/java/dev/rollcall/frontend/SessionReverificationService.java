package dev.rollcall.frontend;

import dev.rollcall.data.Transactions;
import dev.rollcall.input.Input;
import dev.rollcall.reverification.ReverificationService;
import dev.rollcall.reverification.ReverificationState;
import dev.rollcall.security.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Reverification as browsers see it: with the session that it is about, one method for each operation of the Frontend API. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionReverificationService {

    @Inject
    private ReverificationService reverifications;

    @Inject
    private ClientViews views;

    @Inject
    private Transactions transactions;

    /** {@code POST /v1/client/sessions/{id}/verify}. */
    public SessionReverificationView start(Caller caller, String sessionId, Input form) {
        return view(caller, reverifications.start(caller, sessionId, form));
    }

    /** {@code POST …/verify/prepare_first_factor}. */
    public SessionReverificationView prepareFirstFactor(Caller caller, String sessionId, Input form) {
        return view(caller, reverifications.prepareFirstFactor(caller, sessionId, form));
    }

    /** {@code POST …/verify/attempt_first_factor}. */
    public SessionReverificationView attemptFirstFactor(Caller caller, String sessionId, Input form) {
        return view(caller, reverifications.attemptFirstFactor(caller, sessionId, form));
    }

    /** {@code POST …/verify/prepare_second_factor}. */
    public SessionReverificationView prepareSecondFactor(Caller caller, String sessionId, Input form) {
        return view(caller, reverifications.prepareSecondFactor(caller, sessionId, form));
    }

    /** {@code POST …/verify/attempt_second_factor}. */
    public SessionReverificationView attemptSecondFactor(Caller caller, String sessionId, Input form) {
        return view(caller, reverifications.attemptSecondFactor(caller, sessionId, form));
    }

    private SessionReverificationView view(Caller caller, ReverificationState state) {
        return transactions.required(
                () -> SessionReverificationView.of(state, views.session(caller, state.sessionId())));
    }
}
