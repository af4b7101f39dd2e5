package dev.rollcall.instance;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Roots;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applications in the database. */
@ApplicationScoped
class Applications {

    @Inject
    private Roots roots;

    @Inject
    private InstanceStore instances;

    @Inject
    private Tenancies tenancies;

    @Inject
    private Clock clock;

    /** Creates an application; {@code standard} makes its development instance the one that requests without a name are for. */
    Application create(NewApplication wanted, boolean standard) {
        tenancies.change();
        if (wanted.domain() != null
                && instances.where("domain", wanted.domain()).isPresent()) {
            throw InstanceProblem.DOMAIN_TAKEN.refusal("domain");
        }
        var application = roots.add(new Application(Ids.next(Prefix.APPLICATION), wanted.name(), clock.real()));
        roots.flush();
        for (var type : wanted.types()) {
            boolean production = type == EnvironmentType.PRODUCTION;
            instances.create(
                    application.id(),
                    type,
                    production ? wanted.domain() : null,
                    standard && !production,
                    InstanceSettings.defaults(type));
        }
        return application;
    }

    /** The application of this id. */
    Optional<Application> find(String id) {
        return roots.find(Application.class, id);
    }

    /** All of them, oldest first. */
    List<Application> all() {
        return roots.list(Application.class, "select a from Application a order by a.createdAt, a.id", Map.of());
    }

    /** Deletes an application; the database deletes all that belongs to it. */
    void remove(Application application) {
        tenancies.change();
        roots.remove(application);
    }
}
