package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Operator;
import dev.rollcall.instance.Scope;
import jakarta.enterprise.context.RequestScoped;

/** The operator who sends this request. */
@RequestScoped
public class CurrentOperator {

    private Operator operator;

    /** The operator; every resource of the Platform API stands behind the guard that knows. */
    public Operator get() {
        if (operator == null) {
            throw CommonProblem.AUTHENTICATION_INVALID.refusal();
        }
        return operator;
    }

    /** Whether something was asked for, to which this operator has a right; without the right it is refused. */
    public boolean may(Scope scope, boolean asked) {
        if (asked && !get().scopes().allow(scope)) {
            throw CommonProblem.AUTHORIZATION_INVALID
                    .refusal()
                    .saying("This request needs the scope " + scope.wire() + ".");
        }
        return asked;
    }

    void is(Operator proved) {
        operator = proved;
    }
}
