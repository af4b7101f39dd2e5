package dev.rollcall.instance;

import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.ApplicationView.InstanceView;
import dev.rollcall.instance.RotatedKeysView.RotatedKey;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
    private Clock clock;

    /** Creates an application with its instances; the answer shows their secret keys. */
    public ApplicationView create(Input input) {
        return view(applications.create(NewApplication.of(input), false), true);
    }

    /** All applications, oldest first. */
    public List<ApplicationView> list(boolean includeSecretKeys) {
        return applications.all().stream()
                .map(application -> view(application, includeSecretKeys))
                .toList();
    }

    /** One application. */
    public ApplicationView get(String id, boolean includeSecretKeys) {
        return view(find(id), includeSecretKeys);
    }

    /** Changes an application's name. */
    public ApplicationView update(String id, Input input) {
        input.only(Set.of("name"));
        tenancies.change();
        var application = find(id);
        input.text("name").ifPresent(name -> application.rename(NewApplication.name(name), clock.real()));
        return view(application, false);
    }

    /** Deletes an application with everything that belongs to it: instances, users, sessions, keys. */
    public DeletedApplicationView delete(String id) {
        applications.remove(find(id));
        return DeletedApplicationView.of(id);
    }

    /** Gives every instance a new secret key; the old ones go on working for the hours asked for. */
    public RotatedKeysView rotateSecretKeys(String id, Input input) {
        input.only(Set.of("delay_old_secrets_expiration_hours", "reason"));
        input.text("reason");
        long hours = input.number("delay_old_secrets_expiration_hours").orElse(0);
        if (hours < 0 || hours > MAX_DELAY_HOURS) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("delay_old_secrets_expiration_hours")
                    .saying("delay_old_secrets_expiration_hours must be between 0 and " + MAX_DELAY_HOURS + ".");
        }
        tenancies.change();
        var application = find(id);
        var rotated = instances.of(id).stream()
                .map(i -> new RotatedKey(i.id(), wire(i.type()), rotated(i, Duration.ofHours(hours))))
                .toList();
        return new RotatedKeysView(id, application.name(), rotated);
    }

    private String rotated(Instance instance, Duration delay) {
        var until = clock.real().plus(delay);
        instances.secretKeys(instance.id()).forEach(key -> key.expire(until));
        return instances.addSecretKey(
                instance.id(), new InstanceAddress(instance.type(), instance.slug(), instance.domain()));
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
