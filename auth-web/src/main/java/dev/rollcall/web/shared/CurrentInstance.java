package dev.rollcall.web.shared;

import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;

/** The instance that this request is about. A Backend request has shown its secret key; any other is placed by {@link Placement}. */
@RequestScoped
public class CurrentInstance {

    @Inject
    private HttpServletRequest request;

    @Inject
    private InstanceService instances;

    @Inject
    private Placement placement;

    private Instance instance;
    private String keyId;

    /** The instance; a request that names none is refused. */
    public Instance get() {
        return find().orElseThrow(WebProblem.HOST_INVALID::refusal);
    }

    /** The instance, if the request names one. */
    public Optional<Instance> find() {
        if (instance == null) {
            placement.of(Arrival.of(request)).ifPresent(this::is);
        }
        return Optional.ofNullable(instance);
    }

    /** The instance to which the host alone belongs by which the request came in: nobody else's things are shown there. */
    public Optional<Instance> owner() {
        return placement.owner(Arrival.of(request));
    }

    /** The instance that an operator names by its application and by its id or its environment; the request is about it from then on. */
    public Instance named(String applicationId, String environmentOrId) {
        is(instances.named(applicationId, environmentOrId));
        return instance;
    }

    /** The id of the secret key that the request has shown. */
    public String keyId() {
        return Objects.requireNonNull(keyId, "no secret key was shown");
    }

    void is(InstanceService.Shown shown) {
        keyId = shown.keyId();
        is(shown.instance());
    }

    void is(Instance shown) {
        instance = shown;
        Clock.ahead(shown.ahead());
    }
}
