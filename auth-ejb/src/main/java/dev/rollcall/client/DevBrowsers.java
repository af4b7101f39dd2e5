package dev.rollcall.client;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Scoped;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The browsers of development instances. */
@ApplicationScoped
class DevBrowsers {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** The token the caller shows, where it means anything: a production instance has no dev browsers. */
    static Optional<String> tokenOf(Caller caller) {
        return caller.instance().isDevelopment() ? caller.credentials().devBrowser() : Optional.empty();
    }

    Optional<DevBrowser> find(Instance instance, String token) {
        return named(instance, token).first();
    }

    /** The dev browser, locked, so that of two first requests only one makes a client. */
    Optional<DevBrowser> lock(Instance instance, String token) {
        return named(instance, token).locked().first();
    }

    /** A new dev browser, of this client if one is given. */
    DevBrowserView create(Instance instance, Optional<ClientRef> client) {
        if (!instance.isDevelopment()) {
            throw ClientProblem.HOST_INVALID.refusal();
        }
        var token = Prefix.DEV_BROWSER.text() + "_" + Secrets.token();
        var browser = new DevBrowser(instance.id(), Ids.next(Prefix.DEV_BROWSER), Secrets.hash(token), clock.now());
        client.ifPresent(browser::link);
        rows.add(browser);
        return DevBrowserView.of(token);
    }

    /** From now on no dev browser is this client. */
    void unlink(ClientRef client) {
        rows.of(DevBrowser.class, client.instanceId())
                .where("e.clientId = :client")
                .with("client", client.id())
                .update("e.clientId = null");
    }

    private Scoped<DevBrowser> named(Instance instance, String token) {
        return rows.of(DevBrowser.class, instance.id())
                .where("e.tokenHash = :hash")
                .with("hash", Secrets.hash(token));
    }
}
