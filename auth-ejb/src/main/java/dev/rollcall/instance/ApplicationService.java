package dev.rollcall.instance;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.ApplicationView.InstanceView;
import dev.rollcall.instance.RotatedKeysView.RotatedKey;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What operators do with applications. */
@Stateless
public class ApplicationService {

    private static final int MAX_DELAY_HOURS = 24 * 30;

    @Inject
    private Applications applications;

    @Inject
    private InstanceStore instances;

    @Inject
    private Tenancies tenancies;

    @Inject
    private InstanceService named;

    @Inject
    private OperatorInstance operators;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Creates an application with its instances; the answer shows their secret keys. */
    public ApplicationView create(Operator maker, Input input) {
        var wanted = NewApplication.of(input);
        Optional.ofNullable(wanted.domain()).ifPresent(domain -> operators.refuseClaiming(maker, domain));
        var application = applications.create(wanted, false);
        audit.record(null, AuditAct.of("application.created", "application", application.id()));
        return view(application, true);
    }

    /** All applications, oldest first; the keys of the operators' own are shown to those alone who may do everything. */
    public List<ApplicationView> list(Operator reader, boolean includeSecretKeys) {
        noteShown(includeSecretKeys, "*");
        return applications.all().stream()
                .map(application -> view(application, includeSecretKeys && mayHaveKeys(reader, application.id())))
                .toList();
    }

    /** One application. */
    public ApplicationView get(Operator reader, String id, boolean includeSecretKeys) {
        if (includeSecretKeys) {
            operators.refuseRising(reader, id);
        }
        noteShown(includeSecretKeys, id);
        return view(find(id), includeSecretKeys);
    }

    /** One application without its keys, for operations that answer it. */
    public ApplicationView get(String id) {
        return view(find(id), false);
    }

    /** Changes an application's name. */
    public ApplicationView update(String id, Input input) {
        input.only(Set.of("name"));
        tenancies.change();
        var application = find(id);
        input.text("name").ifPresent(name -> application.rename(NewApplication.name(name), clock.real()));
        audit.record(null, AuditAct.of("application.updated", "application", id));
        return view(application, false);
    }

    /** Deletes an application with everything that belongs to it: instances, users, sessions, keys. */
    public DeletedApplicationView delete(String id) {
        applications.remove(find(id));
        audit.record(null, AuditAct.of("application.deleted", "application", id));
        return DeletedApplicationView.of(id);
    }

    /**
     * Gives every instance a new secret key; the old ones go on working for the hours asked for. Only who may see keys is shown the new
     * ones.
     */
    public RotatedKeysView rotateSecretKeys(Operator operator, String id, Input input) {
        var rotation = Rotation.of(input);
        tenancies.change();
        var application = find(id);
        var rotated = instances.of(id).stream()
                .map(i -> rotated(operator, i, rotation))
                .toList();
        return new RotatedKeysView(id, application.name(), rotated);
    }

    /** The same for one instance, which is named by its id or by its environment. */
    public RotatedKeysView rotateSecretKeys(Operator operator, String id, String environmentOrId, Input input) {
        var rotation = Rotation.of(input);
        tenancies.change();
        var application = find(id);
        var rotated = rotated(operator, named.named(id, environmentOrId), rotation);
        return new RotatedKeysView(id, application.name(), List.of(rotated));
    }

    private RotatedKey rotated(Operator operator, Instance instance, Rotation rotation) {
        var until = clock.real().plus(rotation.overlap());
        instances.secretKeys(instance.id()).forEach(key -> key.expire(until));
        var key = instances.addSecretKey(
                instance.id(), new InstanceAddress(instance.type(), instance.slug(), instance.domain()));
        audit.record(
                instance.id(),
                AuditAct.of("secret_key.rotated", "instance", instance.id()).changing(null, rotation.told(until)));
        boolean shown = operator.scopes().allow(Scope.KEYS_READ);
        return new RotatedKey(instance.id(), wire(instance.type()), shown ? key : "");
    }

    /** How keys are replaced: for how long the old ones go on working, and why, in somebody's own words. */
    private record Rotation(Duration overlap, String reason) {

        private static final int LONGEST_REASON = 1000;

        static Rotation of(Input input) {
            input.only(Set.of("delay_old_secrets_expiration_hours", "reason"));
            long hours = input.number("delay_old_secrets_expiration_hours", 0, MAX_DELAY_HOURS)
                    .orElse(0);
            var reason = input.text("reason").orElse("");
            if (reason.length() > LONGEST_REASON) {
                throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal("reason");
            }
            return new Rotation(Duration.ofHours(hours), reason);
        }

        JsonObject told(Instant until) {
            return Json.createObjectBuilder()
                    .add("old_keys_work_until", until.toString())
                    .add("reason", reason)
                    .build();
        }
    }

    /** Who has seen a secret key may do everything with it, from anywhere. */
    private void noteShown(boolean includeSecretKeys, String applicationId) {
        if (includeSecretKeys) {
            audit.record(null, AuditAct.of("secret_keys.shown", "application", applicationId));
        }
    }

    private boolean mayHaveKeys(Operator reader, String id) {
        return reader.scopes().allowEverything() || !operators.isOf(id);
    }

    private Application find(String id) {
        return applications.find(id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private ApplicationView view(Application application, boolean includeSecretKeys) {
        var shown = instances.of(application.id()).stream()
                .map(i -> new InstanceView(
                        i.id(),
                        wire(i.type()),
                        i.publishableKey(),
                        includeSecretKeys ? instances.secretKey(i.id()).orElse(null) : null))
                .toList();
        return new ApplicationView(application.id(), application.name(), shown);
    }

    private static String wire(EnvironmentType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
