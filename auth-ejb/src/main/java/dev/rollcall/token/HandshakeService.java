package dev.rollcall.token;

import dev.rollcall.client.ClientRef;
import dev.rollcall.client.ClientService;
import dev.rollcall.client.Identified;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.key.SigningKeys;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.security.Redirect;
import dev.rollcall.security.Redirects;
import dev.rollcall.session.SessionFacts;
import dev.rollcall.session.SessionService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tells an app who is signed in, by sending the browser here and back. What the app is told is a list of
 * Set-Cookie lines for its own origin: behind a nonce that its server redeems, or signed.
 */
@Stateless
public class HandshakeService {

    private static final String NONCE = "__clerk_handshake_nonce";
    private static final String TOKEN = "__clerk_handshake";
    private static final String CLIENT_UAT = "__client_uat";
    private static final String DEV_BROWSER = "__clerk_db_jwt";
    private static final Duration TRANSIT = Duration.ofMinutes(1);

    @Inject
    private ClientService clients;

    @Inject
    private SessionService sessions;

    @Inject
    private TokenService tokens;

    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private HandshakeStore store;

    @Inject
    private SigningKeys keys;

    @Inject
    private Redirects redirects;

    @Inject
    private RateLimits limits;

    @Inject
    private Transactions transactions;

    /**
     * {@code redirect_url} and {@code format}: where to send the browser, and with what. Whoever is not signed in is sent back as that, by a
     * token whatever was asked for.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Handshake handshake(Caller caller, Input query) {
        if (!caller.instance().isDevelopment()) {
            return transactions.required(() -> handshake(caller, query, clients.identify(caller)));
        }
        var found = transactions.required(() -> clients.identify(caller));
        if (!(found instanceof Identified.ByDevBrowser)) {
            limits.take(caller, Limit.CLIENT); // it will be given a dev browser
        }
        return transactions.required(() -> handshake(caller, query, found));
    }

    private Handshake handshake(Caller caller, Input query, Identified found) {
        var instance = caller.instance();
        var target = redirects.web(instance, query);
        var client = admitted(found, target);
        var lines = new Cookies(instance, target.isSecure());
        if (instance.isDevelopment()) {
            lines.withTwin(DEV_BROWSER, devBrowser(caller, found, client), Cookies.YEAR);
        }
        var session = client.flatMap(sessions::lastUsed);
        if (session.isPresent()) {
            signedIn(instance, target, session.get(), lines);
        } else {
            signedOut(instance, lines);
        }
        // whoever is nobody needs no row of the database: what the app is told is short, and no secret of a person's
        boolean nonce =
                session.isPresent() && "nonce".equals(query.text("format").orElse("token"));
        return sent(instance, target, nonce ? NONCE : TOKEN, lines, nonce);
    }

    /** What {@code nonce} stands for. It works once. */
    public HandshakePayloadView payload(Instance instance, Input query) {
        var nonce = query.text("nonce").orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        return new HandshakePayloadView(
                store.take(instance, nonce).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal));
    }

    /**
     * {@code GET /v1/client/touch}: the app's URL to go back to, checked. The web layer renews the {@code __client} cookie on
     * the way.
     */
    public URI touch(Caller caller, Input query) {
        var target = redirects.web(caller.instance(), query).uri();
        clients.renew(caller);
        return target;
    }

    /**
     * The client whose sessions the app may have. A browser sends its own cookie along with a link on any page, so the app must
     * be ours.
     */
    private static Optional<ClientRef> admitted(Identified found, Redirect target) {
        return found instanceof Identified.ByToken && !target.isTrusted() ? Optional.empty() : found.client();
    }

    /** The dev browser token the app goes on with: the one shown if we know it, else a new one of the same client. */
    private String devBrowser(Caller caller, Identified found, Optional<ClientRef> client) {
        return found instanceof Identified.ByDevBrowser
                ? caller.credentials().devBrowser().orElseThrow()
                : clients.createDevBrowser(caller.instance(), client).id();
    }

    private void signedIn(Instance instance, Redirect target, SessionFacts session, Cookies lines) {
        var client = clients.facts(session.client());
        var token = tokens.tokenOf(instance, session, client, Optional.of(target.origin()));
        lines.withTwin("__session", token.jwt(), Cookies.YEAR)
                .hiddenTwin(
                        "__refresh",
                        refreshTokens.create(instance, session.id(), target.origin()),
                        RefreshTokens.LIFETIME)
                .on(instance.domain())
                .withTwin(CLIENT_UAT, Long.toString(client.updatedAt().getEpochSecond()), Cookies.YEAR);
    }

    private static void signedOut(Instance instance, Cookies lines) {
        lines.withoutTwin("__session")
                .hiddenTwin("__refresh", "", Duration.ZERO)
                .on(instance.domain())
                .withTwin(CLIENT_UAT, "0", Cookies.YEAR);
    }

    /**
     * In development the answer travels in the URL; in production in a cookie of the domain, which the app is told to delete
     * again.
     */
    private Handshake sent(Instance instance, Redirect target, String name, Cookies lines, boolean nonce) {
        if (!instance.isDevelopment()) {
            lines.on(instance.domain()).single(name, "", Duration.ZERO);
        }
        var value = nonce ? store.put(instance, lines.lines()) : signed(instance, lines.lines());
        if (instance.isDevelopment()) {
            return new Handshake(target.with(name, value), List.of());
        }
        var cookie = new Cookies(instance, true).on(instance.domain()).single(name, value, TRANSIT);
        return new Handshake(target.uri(), cookie.lines());
    }

    private String signed(Instance instance, List<String> lines) {
        return keys.sign(
                instance,
                Json.createObjectBuilder()
                        .add("handshake", Json.createArrayBuilder(lines))
                        .build(),
                null);
    }
}
