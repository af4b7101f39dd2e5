package dev.rollcall.session;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.TransactionEnd;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.user.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Tells people that they have signed in on a device on which they had never been: it may have been somebody else. Nobody is told of the very
 * first time, nor of staff who act as them.
 */
@ApplicationScoped
class NewDevice {

    private static final String SLUG = "new_device_sign_in";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Devices devices;

    @Inject
    private Notices notices;

    @Inject
    private TransactionEnd end;

    /** Sees to it at the end of the transaction that opens a session, when it is known who is there. */
    void consider(Instance instance, Session session) {
        if (Notices.wanted(instance, SLUG)) {
            end.add(() -> tell(instance, session.factsAt(clock.now())));
        }
    }

    private void tell(Instance instance, SessionFacts opened) {
        if (opened.actor() == null
                && hasBeenHere(opened, "e.clientId <> :client")
                && !hasBeenHere(opened, "e.clientId = :client")) {
            notices.tell(instance, opened.userId(), SLUG, data(opened));
        }
    }

    /** Whether the user had a session before, at this client or at another one. Those of staff who acted as them were none of theirs. */
    private boolean hasBeenHere(SessionFacts opened, String where) {
        return rows.of(Session.class, opened.client().instanceId())
                .where("e.userId = :user and e.id <> :opened and e.actor is null")
                .where(where)
                .with("user", opened.userId())
                .with("opened", opened.id())
                .with("client", opened.client().id())
                .exists();
    }

    private JsonObject data(SessionFacts opened) {
        var device = devices.of(opened);
        var data = Json.createObjectBuilder().add("session_created_at", MOMENT.format(opened.createdAt()));
        add(data, "browser_name", device.browserName());
        add(data, "operating_system", device.deviceType());
        add(data, "ip_address", device.ipAddress());
        add(data, "location", devices.city(opened.ipAddress()).orElse(null));
        return data.build();
    }

    private static void add(jakarta.json.JsonObjectBuilder data, String name, String text) {
        if (text != null) {
            data.add(name, text);
        }
    }
}
