package dev.rollcall.security;

import dev.rollcall.data.Rows;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides where a browser may be sent: never anywhere but to an app of the instance (open redirect).
 *
 * <p>A production instance's apps live on its domain, over https, and at the URLs that it lists. A development instance's apps may be
 * anywhere, but only those on this machine, or at the addresses that the instance knows, are trusted with who the browser's own cookie
 * says it is (an attacker's page could have sent it here); the others get what their own dev browser token gives them.
 */
@ApplicationScoped
public class Redirects {

    @Inject
    private Rows rows;

    /** The {@code redirect_url} of a request, which must be there and a web page of an app's. */
    public Redirect web(Instance instance, Input query) {
        return web(instance, query.text("redirect_url").orElseThrow(RedirectProblem.INVALID_REDIRECT_URL::refusal));
    }

    /** A web page of an app's; anything else is refused by what is wrong with it. */
    public Redirect web(Instance instance, String text) {
        return judged(instance, text, uri -> isListed(instance, uri));
    }

    /** A web page of an app's, or an address in an app on a device, which the instance must have listed. */
    public URI any(Instance instance, String text) {
        var inApp = WebUrl.absolute(text).filter(uri -> !WebUrl.isWeb(uri) && !RedirectUrls.isNever(uri.getScheme()));
        if (inApp.isEmpty()) {
            return web(instance, text).uri();
        }
        return inApp.filter(uri -> isListed(instance, uri)).orElseThrow(RedirectProblem.RESOURCE_MISSMATCH::refusal);
    }

    static Redirect judged(Instance instance, String text, Predicate<URI> listed) {
        var absolute = WebUrl.absolute(text).orElseThrow(RedirectProblem.INVALID_REDIRECT_URL::refusal);
        if (!WebUrl.isWeb(absolute)) {
            throw RedirectProblem.PROHIBITED_REDIRECT_URL.refusal();
        }
        var uri = WebUrl.of(text).orElseThrow(RedirectProblem.INVALID_REDIRECT_URL::refusal);
        if (instance.isDevelopment()) {
            boolean trusted = WebUrl.isLoopback(uri) || isKnown(instance, uri) || listed.test(uri);
            return new Redirect(uri, trusted);
        }
        boolean own =
                WebUrl.host(uri).equals(instance.domain()) || WebUrl.host(uri).endsWith("." + instance.domain());
        boolean safe = WebUrl.isSecure(uri) || WebUrl.isLoopback(uri);
        if (own && safe || listed.test(uri)) {
            return new Redirect(uri, true);
        }
        throw (own ? RedirectProblem.PROHIBITED_REDIRECT_URL : RedirectProblem.REDIRECT_URL_DOMAIN_MISMATCH).refusal();
    }

    private boolean isListed(Instance instance, URI uri) {
        return rows.of(RedirectUrl.class, instance.id())
                .where("e.canonical in :allowing")
                .with("allowing", Redirect.allowedBy(uri))
                .exists();
    }

    /**
     * Where else than on this machine, or on the instance's domain, its apps are: the origins of the addresses that it knows and of those that
     * it lists.
     */
    public Set<String> origins(Instance instance) {
        var listed = rows.of(RedirectUrl.class, instance.id()).list().stream().map(RedirectUrl::canonical);
        return Stream.concat(known(instance), listed)
                .map(WebUrl::of)
                .flatMap(Optional::stream)
                .map(Redirect::origin)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isKnown(Instance instance, URI uri) {
        return known(instance).map(WebUrl::of).flatMap(Optional::stream).anyMatch(known -> WebUrl.host(uri)
                .equals(WebUrl.host(known)));
    }

    private static Stream<String> known(Instance instance) {
        var display = instance.settings().display();
        return Stream.of(
                        instance.baseUrl(),
                        display.homeUrl(),
                        display.signInUrl(),
                        display.signUpUrl(),
                        display.userProfileUrl(),
                        display.afterSignInUrl(),
                        display.afterSignUpUrl())
                .filter(url -> url != null && !url.isEmpty());
    }
}
