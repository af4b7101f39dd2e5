package dev.rollcall.webhook;

import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.json.Json;
import dev.rollcall.page.WireJson;
import dev.rollcall.session.SessionAdmin;
import dev.rollcall.user.UserDeleted;
import dev.rollcall.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the changes of a transaction into events, with the data as they stand at its end. */
@ApplicationScoped
class Teller {

    @Inject
    private Rows rows;

    @Inject
    private InstanceService instances;

    @Inject
    private UserService users;

    @Inject
    private SessionAdmin sessions;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Payloads payloads;

    @Inject
    private Outbox outbox;

    /** Writes an event for each change that somebody wants to hear of. */
    void tell(String instanceId, Changes changes) {
        rows.flush();
        var instance = instances.byId(instanceId);
        if (instance.isEmpty()) {
            return; // it is being deleted, and its endpoints with it
        }
        changes.users().forEach((userId, fate) -> tellOfUser(instance.get(), changes, userId, fate));
        changes.sessions()
                .forEach(change -> tell(
                        instance.get(),
                        change.type(),
                        () -> session(instance.get(), change.sessionId(), change.userId())));
        changes.waiting()
                .forEach(change -> tell(
                        instance.get(),
                        change.isNew() ? "waitlistEntry.created" : "waitlistEntry.updated",
                        () -> Optional.of(WireJson.object(change.entry()))));
        changes.messages()
                .forEach(message -> tell(
                        instance.get(),
                        message.object().equals("email") ? "email.created" : "sms.created",
                        () -> Optional.of(message.payload())));
    }

    private void tellOfUser(Instance instance, Changes changes, String userId, Changes.Fate fate) {
        switch (fate) {
            case CREATED -> tell(instance, "user.created", () -> user(instance, userId));
            case UPDATED -> tell(instance, "user.updated", () -> user(instance, userId));
            case DELETED ->
                tell(instance, "user.deleted", () -> changes.deletion(userId).map(Teller::deleted));
        }
    }

    private void tell(Instance instance, String type, Supplier<Optional<JsonObject>> data) {
        var endpoints = subscriptions.of(instance.id(), type, null);
        if (!endpoints.isEmpty()) {
            data.get()
                    .ifPresent(found -> outbox.tell(
                            instance.id(), NewEvent.of(type, payloads.of(instance.id(), type, found)), endpoints));
        }
    }

    private Optional<JsonObject> user(Instance instance, String userId) {
        return users.backendViews(instance, List.of(userId)).stream()
                .findFirst()
                .map(WireJson::object);
    }

    /** A session and its user, as {@code SessionEventPayload} has them: that knows no tasks. */
    private Optional<JsonObject> session(Instance instance, String sessionId, String userId) {
        return user(instance, userId)
                .map(user -> Json.createObjectBuilder(WireJson.object(sessions.get(instance, sessionId)))
                        .remove("tasks")
                        .add("user", user)
                        .build());
    }

    private static JsonObject deleted(UserDeleted deletion) {
        var object = Json.createObjectBuilder()
                .add("object", "user")
                .add("id", deletion.userId())
                .add("deleted", true);
        if (deletion.externalId() != null) {
            object.add("external_id", deletion.externalId());
        }
        return object.build();
    }
}
