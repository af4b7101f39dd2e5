package dev.rollcall.signup;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserInput;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** Sign-ups as the Backend API has them: an app's server looks at one, and says who that will be. */
@Stateless
public class SignUpAdmin {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private SignUpViews views;

    @Inject
    private AuditLog audit;

    /** One sign-up. */
    public BackendSignUpView get(Instance instance, String id) {
        return rows.find(SignUp.class, instance.id(), id)
                .map(signUp -> view(instance, signUp))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** Sets the {@code external_id} that the user will have, and {@code custom_action}. */
    public BackendSignUpView update(Instance instance, String id, Input body) {
        body.only(Set.of("external_id", "custom_action"));
        var externalId = UserInput.text(body, "external_id");
        var signUp = rows.lock(SignUp.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        signUp.describe(externalId, body.flag("custom_action"), clock.now());
        audit.record(instance.id(), AuditAct.of("sign_up.updated", "sign_up", id));
        return view(instance, signUp);
    }

    private BackendSignUpView view(Instance instance, SignUp signUp) {
        return BackendSignUpView.of(views.of(instance, signUp));
    }
}
