package dev.rollcall.web.hosted;

import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.WebProblem;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The page that an older SDK's server answers with when it does not know who is there ({@code GetPublicInterstitial}): it loads the SDK, which
 * sets the app's cookies, and comes again. Its scripts are this server's, whatever hosts the query names: it is shown on the app's own
 * origin.
 */
@WebServlet("/v1/public/interstitial")
public class InterstitialServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Pages pages;

    @Inject
    private transient CurrentQuery query;

    @Inject
    private transient InstanceService instances;

    @Inject
    private transient CurrentInstance current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var host = query.first("publishable_key")
                .map(InterstitialServlet::host)
                .or(() -> query.first("frontend_api"))
                .or(() -> query.first("frontendApi"))
                .orElseThrow(WebProblem.MISSING_QUERY_PARAMETER::refusal);
        Optional<Instance> instance = instances.byHost(host).filter(this::isShownHere);
        pages.interstitial(response, instance.orElseThrow(WebProblem.HOST_INVALID::refusal));
    }

    private boolean isShownHere(Instance named) {
        return current.owner().map(owner -> owner.id().equals(named.id())).orElse(true);
    }

    /** The host that a publishable key encodes; the empty string if it is none. */
    private static String host(String publishableKey) {
        try {
            var encoded = publishableKey.substring(publishableKey.lastIndexOf('_') + 1);
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).replaceFirst("\\$$", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
