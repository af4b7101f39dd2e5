package dev.rollcall.instance;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.config.ServerConfig;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import dev.rollcall.instance.CreatedInstanceView.DomainView;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Objects;
import java.util.Set;

/** Gives an application that is being developed its production instance. */
@Stateless
public class InstanceCreation {

    @Inject
    private Applications applications;

    @Inject
    private InstanceStore instances;

    @Inject
    private Tenancies tenancies;

    @Inject
    private OperatorInstance operators;

    @Inject
    private AuditLog audit;

    @Inject
    private ServerConfig config;

    /** Makes the instance on its domain; with the settings of a development instance, if one is named. Nothing else is copied. */
    public CreatedInstanceView create(Operator maker, String applicationId, Input body) {
        body.only(Set.of("domain", "environment_type", "clone_instance_id"));
        body.text("environment_type").filter(type -> !type.equals("production")).ifPresent(type -> {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("environment_type")
                    .saying("environment_type can only be production.");
        });
        var domain = NewApplication.domain(body.required("domain"));
        operators.refuseClaiming(maker, domain);
        tenancies.change();
        applications.find(applicationId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (instances.where("domain", domain).isPresent()) {
            throw InstanceProblem.DOMAIN_TAKEN.refusal("domain");
        }
        if (instances.of(applicationId).stream().anyMatch(i -> !i.isDevelopment())) {
            throw InstanceProblem.INSTANCE_EXISTS.refusal();
        }
        var settings = body.text("clone_instance_id")
                .map(id -> copied(applicationId, id))
                .orElse(InstanceSettings.defaults(EnvironmentType.PRODUCTION));
        var created = instances.create(applicationId, EnvironmentType.PRODUCTION, domain, false, settings);
        audit.record(
                created.row().id(),
                AuditAct.of("instance.created", "instance", created.row().id()));
        return view(created);
    }

    /** What only development has is at production's default. */
    private InstanceSettings copied(String applicationId, String instanceId) {
        var from = instances.of(applicationId).stream()
                .filter(i -> i.isDevelopment() && i.id().equals(instanceId))
                .findFirst()
                .orElseThrow(InstanceCreation::noSuchInstance);
        var none = Json.createObjectBuilder().add("show_devmode_warning", JsonValue.NULL);
        var nowhere = Json.createObjectBuilder().add("development", JsonValue.NULL);
        var patch = Json.createObjectBuilder()
                .add("test_mode", JsonValue.NULL)
                .add("display", none)
                .add("origins", nowhere);
        var defaults = InstanceSettings.defaults(EnvironmentType.PRODUCTION);
        return SettingsRules.check(SettingsDocument.patched(from.settings(), patch.build(), defaults));
    }

    private static Refusal noSuchInstance() {
        return CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("clone_instance_id")
                .saying("clone_instance_id must be a development instance of this application.");
    }

    private CreatedInstanceView view(InstanceStore.Created created) {
        var row = created.row();
        var instance = instances.where("id", row.id()).orElseThrow();
        var host = Objects.requireNonNullElse(URI.create(config.publicUrl()).getHost(), "");
        return new CreatedInstanceView(
                "instance",
                row.id(),
                "production",
                DomainView.of(instance, host, row.createdAt().toString()),
                created.secretKey(),
                instance.publishableKey(),
                row.createdAt().toEpochMilli(),
                row.createdAt().toEpochMilli());
    }
}
