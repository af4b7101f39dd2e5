package dev.rollcall.frontend;

import dev.rollcall.client.ClientFacts;
import dev.rollcall.client.ClientNews;
import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.data.Clock;
import dev.rollcall.security.Caller;
import dev.rollcall.session.SessionFacts;
import dev.rollcall.session.SessionService;
import dev.rollcall.signin.SignInService;
import dev.rollcall.signup.SignUpService;
import dev.rollcall.token.TokenService;
import dev.rollcall.token.TokenView;
import dev.rollcall.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows a client with its sessions, its users and its flows, in a number of queries that does not grow with them. */
@Stateless
public class ClientViews {

    private static final long NOBODY = 0;

    @Inject
    private ClientService clients;

    @Inject
    private ClientNews news;

    @Inject
    private SessionService sessions;

    @Inject
    private TokenService tokens;

    @Inject
    private UserService users;

    @Inject
    private SignInService signIns;

    @Inject
    private SignUpService signUps;

    @Inject
    private Clock clock;

    /** The caller's client; empty if there is none. */
    public Optional<ClientView> of(Caller caller) {
        var client = clients.find(caller);
        if (client.isEmpty()) {
            news.signedInSince(NOBODY);
        }
        return client.map(found -> of(caller, found));
    }

    /** A client that the caller has been found to be. */
    public ClientView of(Caller caller, ClientRef client) {
        var facts = clients.facts(client);
        var shown = views(caller, facts, sessions.signedIn(client));
        news.signedInSince(shown.isEmpty() ? NOBODY : facts.updatedAt().getEpochSecond());
        return ClientView.of(
                facts,
                shown,
                signIns.ofClient(caller.instance(), facts.signInId()).orElse(null),
                signUps.ofClient(caller.instance(), facts.signUpId()).orElse(null));
    }

    /** One session of the caller's client. */
    public SessionView session(Caller caller, String sessionId) {
        return sessions(caller, List.of(sessions.get(caller, sessionId))).get(0);
    }

    /**
     * Sessions that the caller may see. Only those of the caller's own client come with a token: it is as good as the session.
     */
    public List<SessionView> sessions(Caller caller, List<SessionFacts> found) {
        return views(caller, clients.facts(clients.require(caller)), found);
    }

    private List<SessionView> views(Caller caller, ClientFacts client, List<SessionFacts> found) {
        var people = users.views(
                caller.instance(), found.stream().map(SessionFacts::userId).collect(Collectors.toSet()));
        var now = clock.now();
        return found.stream()
                .filter(session -> people.containsKey(session.userId()))
                .map(session ->
                        SessionView.of(session, token(caller, client, session), people.get(session.userId()), now))
                .toList();
    }

    private TokenView token(Caller caller, ClientFacts client, SessionFacts session) {
        boolean own = session.client().equals(client.ref()) && session.status().isLive();
        return own
                ? tokens.tokenOf(
                        caller.instance(), session, client, caller.request().origin())
                : null;
    }
}
