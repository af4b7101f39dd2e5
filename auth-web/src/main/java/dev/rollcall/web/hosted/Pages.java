package dev.rollcall.web.hosted;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Redirects;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the HTML of our own pages: every value is escaped, and each page says what a browser may load for it. */
@ApplicationScoped
class Pages {

    private static final String CLERK_JS = "@clerk/clerk-js";
    private static final String UI = "@clerk/ui";

    @Inject
    private Bundles bundles;

    @Inject
    private Sites sites;

    @Inject
    private Redirects redirects;

    private Map<String, Template> templates;

    @PostConstruct
    void compileAll() {
        templates = Stream.of("layout", "component", "start", "inbox", "portal", "interstitial")
                .collect(Collectors.toMap(name -> name, Pages::compile));
    }

    /** Answers with a page of the site. */
    void show(HttpServletResponse response, Site site, Content content) throws IOException {
        var frame = frame(site);
        frame.putAll(content.values());
        frame.put("title", content.title());
        frame.put("script", content.script());
        frame.put("sdk", content.sdk());
        if (content.sdk()) {
            frame.put("redirectOrigins", String.join(" ", redirects.origins(site.instance())));
        }
        frame.put("content", fill(content.template(), frame));
        PageHeaders.apply(response, bundles.foreignOrigin(), logoOrigin(site));
        response.setContentType("text/html; charset=utf-8");
        response.getOutputStream().write(fill("layout", frame).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with the page that stands in for one of an app's. */
    void interstitial(HttpServletResponse response, Instance instance) throws IOException {
        PageHeaders.apply(response, bundles.foreignOrigin(), Optional.empty());
        response.setContentType("text/html; charset=utf-8");
        var page = fill(
                "interstitial",
                Map.of(
                        "applicationName", instance.shownName(),
                        "publishableKey", instance.publishableKey(),
                        "development", instance.isDevelopment(),
                        "url", instance.baseUrl(),
                        "clerkJs", bundles.path(CLERK_JS, "clerk.browser.js")));
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> frame(Site site) {
        var display = site.instance().settings().display();
        var frame = new HashMap<String, Object>();
        frame.put("applicationName", site.instance().shownName());
        frame.put("base", site.base());
        frame.put("home", site.home());
        frame.put("publishableKey", site.instance().publishableKey());
        frame.put("domain", site.instance().domain());
        frame.put("afterSignIn", display.afterSignInUrl());
        frame.put("afterSignUp", display.afterSignUpUrl());
        frame.put("afterJoinWaitlist", display.afterJoinWaitlistUrl());
        frame.put("logo", site.instance().logoImageUrl());
        frame.put("development", site.instance().isDevelopment());
        frame.put("inbox", sites.hasInbox(site));
        frame.put("clerkJs", bundles.path(CLERK_JS, "clerk.browser.js"));
        frame.put("ui", bundles.path(UI, "ui.browser.js"));
        return frame;
    }

    private static Optional<String> logoOrigin(Site site) {
        var logo = site.instance().logoImageUrl();
        return logo.isEmpty() ? Optional.empty() : Optional.of(Bundles.origin(logo));
    }

    private String fill(String template, Map<String, Object> values) throws IOException {
        // maps alone are resolved: a template reaches no method of ours
        return templates
                .get(template)
                .apply(Context.newBuilder(values)
                        .resolver(MapValueResolver.INSTANCE)
                        .build());
    }

    private static Template compile(String name) {
        try (var file = Pages.class.getResourceAsStream("/pages/" + name + ".hbs")) {
            return new Handlebars().compileInline(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
