package dev.rollcall.client;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import dev.rollcall.security.Caller;
import dev.rollcall.trace.Actor;
import dev.rollcall.trace.Cause;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Clients: who they are, and what they are in the middle of.
 *
 * <p>In development a dev browser, where one is shown, alone says which client this is: on localhost every instance and every
 * app sees the same cookies. Without one, and always in production, the client's token says it.
 */
@Stateless
public class ClientService {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private DevBrowsers devBrowsers;

    @Inject
    private Event<ClientIssued> issued;

    @Inject
    private Event<ClientForgotten> forgotten;

    /** The credential that counts, if any is shown. */
    public static Optional<Credential> credential(Caller caller) {
        return DevBrowsers.tokenOf(caller)
                .map(token -> new Credential(token, true))
                .or(() -> caller.credentials().clientToken().map(token -> new Credential(token, false)));
    }

    /**
     * The caller's client, if there is one. A dev browser that we do not know is refused, so that the browser asks for a new
     * one.
     */
    public Optional<ClientRef> find(Caller caller) {
        var found = shown(caller);
        found.ifPresent(client -> Cause.actor(Actor.client(client.id())));
        return found;
    }

    private Optional<ClientRef> shown(Caller caller) {
        var devBrowser = DevBrowsers.tokenOf(caller);
        if (devBrowser.isEmpty()) {
            return byToken(caller);
        }
        return devBrowsers
                .find(caller.instance(), devBrowser.get())
                .orElseThrow(ClientProblem.DEV_BROWSER_UNAUTHENTICATED::refusal)
                .client();
    }

    /** By what the caller is recognised. Unlike {@link #find} it does not refuse a dev browser that we do not know. */
    public Identified identify(Caller caller) {
        var devBrowser = DevBrowsers.tokenOf(caller).flatMap(token -> devBrowsers.find(caller.instance(), token));
        if (devBrowser.isPresent()) {
            return new Identified.ByDevBrowser(devBrowser.get().client());
        }
        return byToken(caller).<Identified>map(Identified.ByToken::new).orElseGet(Identified.Unknown::new);
    }

    /** The caller's client, which must exist. */
    public ClientRef require(Caller caller) {
        return find(caller).orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
    }

    /** The caller's client, made now if there is none. */
    public ClientRef ensure(Caller caller) {
        var found = find(caller);
        if (found.isPresent()) {
            return found.get();
        }
        var devBrowser = DevBrowsers.tokenOf(caller).flatMap(token -> devBrowsers.lock(caller.instance(), token));
        var meanwhile = devBrowser.flatMap(DevBrowser::client);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        var token = Secrets.token();
        var client = create(caller.instance(), token);
        devBrowser.ifPresent(browser -> browser.link(client));
        issued.fire(new ClientIssued(client.instanceId(), client.id(), token));
        Cause.actor(Actor.client(client.id()));
        return client;
    }

    /** A client that no browser holds, for a session that did not begin in one. */
    public ClientRef createDetached(Instance instance) {
        return create(instance, Secrets.token());
    }

    /**
     * Locks the client for the rest of the transaction. Whoever locks both takes the client before its sessions, and several by
     * id.
     */
    public void lock(ClientRef client) {
        rows.lock(Client.class, client.instanceId(), client.id())
                .orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
    }

    /** Whether what the caller shows still names this client. Ask with the client locked: its token may just have changed. */
    public boolean admits(Caller caller, ClientRef client) {
        return DevBrowsers.tokenOf(caller).isPresent()
                || caller.credentials()
                        .clientToken()
                        .map(Secrets::hash)
                        .filter(get(client)::isNamedBy)
                        .isPresent();
    }

    /** Gives the client a new token, so that whoever planted or stole the old one holds nothing. */
    public void rotate(ClientRef client) {
        var token = Secrets.token();
        get(client).rotate(Secrets.hash(token), clock.now());
        issued.fire(new ClientIssued(client.instanceId(), client.id(), token));
    }

    /** The caller's client, if there is one, keeps its token for as long as when it was new: its browser is given it anew. */
    public void renew(Caller caller) {
        var now = clock.now();
        identify(caller).client().ifPresent(client -> rows.lock(Client.class, client.instanceId(), client.id())
                .ifPresent(locked -> locked.renew(now)));
    }

    /** Remembers that who is signed in here, or which session is in use, has changed. */
    public ClientFacts signedInChanged(ClientRef client, String activeSessionIdOrNull) {
        var changed = get(client);
        changed.signedInChanged(activeSessionIdOrNull, clock.real());
        return changed.facts();
    }

    /** Remembers the sign-in that the client is in the middle of; null when it is over. */
    public void attachSignIn(ClientRef client, String signInIdOrNull) {
        get(client).attachSignIn(signInIdOrNull);
    }

    /** Remembers the sign-up that the client is in the middle of; null when it is over. */
    public void attachSignUp(ClientRef client, String signUpIdOrNull) {
        get(client).attachSignUp(signUpIdOrNull);
    }

    /** Remembers by which strategy somebody last signed in here. */
    public void authenticated(ClientRef client, String strategy) {
        get(client).authenticatedBy(strategy);
    }

    /** Lets go of the client: nothing that a browser holds names it any more. Its sessions must be over. */
    public void forget(ClientRef client) {
        get(client).rotate(Secrets.hash(Secrets.token()), clock.now());
        devBrowsers.unlink(client);
        forgotten.fire(new ClientForgotten(client.instanceId(), client.id()));
    }

    /** What is known of a client that was found. */
    public ClientFacts facts(ClientRef client) {
        return get(client).facts();
    }

    /** What is known of the client of this id. */
    public Optional<ClientFacts> facts(Instance instance, String id) {
        return rows.find(Client.class, instance.id(), id).map(Client::facts);
    }

    /** All clients of an instance, newest first. */
    public Paged<ClientFacts> list(Instance instance, Page page) {
        var query = rows.of(Client.class, instance.id())
                .orderedBy("e.createdAt desc, e.id desc")
                .page(page.limit(), page.offset());
        List<ClientFacts> found = query.list().stream().map(Client::facts).toList();
        return new Paged<>(found, query.count());
    }

    /** Makes a dev browser for a development instance. */
    public DevBrowserView createDevBrowser(Instance instance) {
        return createDevBrowser(instance, Optional.empty());
    }

    /** The dev browser token that the caller shows, which must be one of ours. */
    public String requireDevBrowser(Caller caller) {
        if (!caller.instance().isDevelopment()) {
            throw ClientProblem.HOST_INVALID.refusal();
        }
        return DevBrowsers.tokenOf(caller)
                .filter(token -> devBrowsers.find(caller.instance(), token).isPresent())
                .orElseThrow(ClientProblem.DEV_BROWSER_UNAUTHENTICATED::refusal);
    }

    /** Makes a dev browser that is this client, if one is given. */
    public DevBrowserView createDevBrowser(Instance instance, Optional<ClientRef> client) {
        return devBrowsers.create(instance, client);
    }

    /** The first of several tokens that names a client of this instance, by one statement. */
    public Optional<String> firstKnown(Instance instance, List<String> tokens) {
        var known = rows.of(Client.class, instance.id())
                .where("e.tokenHash in :hashes and e.cookieExpireAt > :now")
                .with("hashes", tokens.stream().map(Secrets::hash).toList())
                .with("now", clock.now())
                .list();
        return tokens.stream()
                .filter(token -> known.stream().anyMatch(client -> client.isNamedBy(Secrets.hash(token))))
                .findFirst();
    }

    private Optional<ClientRef> byToken(Caller caller) {
        return caller.credentials().clientToken().flatMap(token -> rows.of(Client.class, caller.instanceId())
                .where("e.tokenHash = :hash and e.cookieExpireAt > :now")
                .with("hash", Secrets.hash(token))
                .with("now", clock.now())
                .first()
                .map(Client::ref));
    }

    private ClientRef create(Instance instance, String token) {
        var client = new Client(instance.id(), Ids.next(Prefix.CLIENT), Secrets.hash(token), clock.real());
        rows.add(client);
        rows.flush(); // what refers to it comes later in this transaction, and JPA does not know the order
        return client.ref();
    }

    private Client get(ClientRef client) {
        return rows.find(Client.class, client.instanceId(), client.id())
                .orElseThrow(CommonProblem.AUTHENTICATION_INVALID::refusal);
    }
}
