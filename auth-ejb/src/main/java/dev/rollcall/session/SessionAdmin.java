package dev.rollcall.session;

import dev.rollcall.client.ClientFacts;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Scoped;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import dev.rollcall.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions and clients as the Backend API has them: all of an instance's, for the app's server. */
@Stateless
public class SessionAdmin {

    private static final Map<String, SessionStatus> STATUSES =
            Stream.of(SessionStatus.values()).collect(Collectors.toUnmodifiableMap(SessionStatus::wire, s -> s));

    @Inject
    private SessionStore sessions;

    @Inject
    private SessionEnding ending;

    @Inject
    private SessionUse use;

    @Inject
    private Devices devices;

    @Inject
    private ClientService clients;

    @Inject
    private UserService users;

    @Inject
    private Clock clock;

    @Inject
    private Event<SessionOpened> openings;

    /** Sessions, newest first; {@code client_id}, {@code user_id} and {@code status} narrow the list. */
    public Paged<BackendSessionView> list(Instance instance, Input query) {
        var page = Page.of(query);
        var found = narrowed(instance, query).page(page.limit(), page.offset()).list();
        return new Paged<>(views(found), narrowed(instance, query).count());
    }

    /** One session. */
    public BackendSessionView get(Instance instance, String sessionId) {
        return view(require(instance, sessionId));
    }

    /** Makes a session for {@code user_id} without a sign-in, at a client that no browser holds: for tests of an app. */
    public BackendSessionView create(Instance instance, Input body) {
        if (!instance.isDevelopment()) {
            throw SessionProblem.OPERATION_NOT_ALLOWED_IN_PRODUCTION.refusal();
        }
        var userId = body.required("user_id");
        SessionService.refuseOrganization(body.text("active_organization_id"));
        users.refuseBarred(instance, userId);
        var client = clients.createDetached(instance);
        var lifetime = Lifetime.of(instance.settings());
        var session = sessions.add(new Session(Ids.next(Prefix.SESSION), client, userId, lifetime, clock.now()));
        clients.signedInChanged(client, session.id());
        openings.fire(new SessionOpened(instance.id(), session.id(), userId));
        return view(session);
    }

    /** Revokes a session; one that is over stays the way it ended. */
    public BackendSessionView revoke(Instance instance, String sessionId) {
        return view(ending.close(require(instance, sessionId), SessionStatus.REVOKED));
    }

    /** Clients, newest first. */
    public Paged<BackendClientView> clients(Instance instance, Input query) {
        var found = clients.list(instance, Page.of(query));
        return new Paged<>(clientViews(instance, found.data()), found.totalCount());
    }

    /** One client. */
    public BackendClientView client(Instance instance, String clientId) {
        var client = clients.facts(instance, clientId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        return clientViews(instance, List.of(client)).get(0);
    }

    private Scoped<Session> narrowed(Instance instance, Input query) {
        var narrowed = sessions.all(instance.id());
        query.text("client_id")
                .ifPresent(id -> narrowed.where("e.clientId = :client").with("client", id));
        query.text("user_id").ifPresent(id -> narrowed.where("e.userId = :user").with("user", id));
        query.text("status")
                .map(SessionAdmin::status)
                .ifPresent(status -> SessionStore.narrow(narrowed, status, clock.now()));
        return narrowed;
    }

    private static SessionStatus status(String text) {
        var status = STATUSES.get(text.toLowerCase(Locale.ROOT));
        if (status == null) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("status")
                    .saying("status must be one of those that a session can have.");
        }
        return status;
    }

    private Session require(Instance instance, String sessionId) {
        return sessions.find(instance.id(), sessionId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private List<BackendSessionView> views(List<Session> found) {
        return found.stream().map(this::view).toList();
    }

    private BackendSessionView view(Session session) {
        var facts = session.factsAt(clock.now());
        return BackendSessionView.of(facts.lastActive(use.lastActive(facts)), devices.of(facts));
    }

    private List<BackendClientView> clientViews(Instance instance, List<ClientFacts> found) {
        var ids = found.stream().map(client -> client.ref().id()).toList();
        var live = sessions.liveOfClients(instance.id(), ids).stream()
                .map(this::view)
                .collect(Collectors.groupingBy(BackendSessionView::clientId));
        return found.stream()
                .map(client -> BackendClientView.of(
                        client, live.getOrDefault(client.ref().id(), List.of())))
                .toList();
    }
}
