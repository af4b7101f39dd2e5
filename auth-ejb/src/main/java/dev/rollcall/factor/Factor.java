package dev.rollcall.factor;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import java.util.List;

/** One way to prove who one is. There is one class for each strategy and each use of it. */
public interface Factor {

    /** The strategy that this class is. */
    Strategy strategy();

    /** How the factor is offered to this user in this instance; empty when it is not. */
    List<FactorView> offered(Instance instance, Candidate user);

    /** Sends the challenge, in the caller's transaction; answers the id of its verification. */
    String prepare(Instance instance, Candidate user, Input form);

    /** The same for a caller whose page becomes part of the challenge; most challenges are the same wherever they are asked for. */
    default String prepare(Caller caller, Candidate user, Input form) {
        return prepare(caller.instance(), user, form);
    }

    /** Judges an answer. It may be slow, so it runs outside of transactions. */
    Verdict attempt(Instance instance, Candidate user, String verificationId, Input form);

    /** Notes in the caller's transaction that a right answer was given; answers the id of the verification that it passed. */
    String passed(Instance instance, String verificationId);

    /** The field of the request that holds the answer. */
    String parameter();
}
