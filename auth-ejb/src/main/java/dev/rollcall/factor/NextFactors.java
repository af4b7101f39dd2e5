package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import java.util.List;

/** Factors that are asked for when the first one is verified. */
public interface NextFactors {

    /** Everything that is offered to the user, in no order of preference. */
    List<FactorView> offered(Instance instance, Candidate user);

    /** The factor that a request names, if it is offered to the user; a refusal otherwise. */
    Factor require(Instance instance, Candidate user, String strategy);
}
