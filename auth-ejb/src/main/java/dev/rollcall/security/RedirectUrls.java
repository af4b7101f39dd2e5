package dev.rollcall.security;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import dev.rollcall.page.WireJson;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The URLs that an instance lists as its apps', besides its own domain. One without a path stands for all of its origin. */
@Stateless
public class RedirectUrls {

    private static final int LONGEST = 2048;

    /** What a browser runs, reads from its machine or has other uses for. */
    private static final Set<String> NEVER = Set.of(
            "javascript",
            "data",
            "vbscript",
            "file",
            "blob",
            "about",
            "filesystem",
            "view-source",
            "ws",
            "wss",
            "ftp",
            "mailto",
            "tel",
            "chrome",
            "intent");

    /** Whether a scheme is one to which nobody is ever sent. */
    static boolean isNever(String scheme) {
        return NEVER.contains(scheme.toLowerCase(Locale.ROOT));
    }

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private AuditLog audit;

    /** A page of the listed URLs, newest first. */
    public Paged<RedirectUrlView> list(Instance instance, Input query) {
        var page = Page.of(query);
        var found = rows.of(RedirectUrl.class, instance.id())
                .orderedBy("e.createdAt desc, e.id desc")
                .page(page.limit(), page.offset());
        return new Paged<>(found.list().stream().map(RedirectUrl::view).toList(), found.count());
    }

    /** All listed URLs, newest first. */
    public List<RedirectUrlView> all(Instance instance) {
        return rows.of(RedirectUrl.class, instance.id()).orderedBy("e.createdAt desc, e.id desc").list().stream()
                .map(RedirectUrl::view)
                .toList();
    }

    /** One of them. */
    public RedirectUrlView get(Instance instance, String id) {
        return rows.find(RedirectUrl.class, instance.id(), id)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal)
                .view();
    }

    /** Lists a {@code url}. */
    public RedirectUrlView create(Instance instance, Input body) {
        body.only(Set.of("url"));
        var url = body.required("url");
        var row = rows.add(new RedirectUrl(instance.id(), url, parsed(instance, url), clock.now()));
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e)
                    ? CommonProblem.DUPLICATE_RECORD.refusal("url").saying("This URL is listed already.")
                    : e;
        }
        var view = row.view();
        audit.record(instance.id(), act("created", view.id()).changing(null, WireJson.object(view)));
        return view;
    }

    /** Takes a URL off the list; browsers are no longer sent there from now on. */
    public DeletedView delete(Instance instance, String id) {
        var row =
                rows.lock(RedirectUrl.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        rows.remove(row);
        audit.record(instance.id(), act("deleted", id).changing(WireJson.object(row.view()), null));
        return DeletedView.of("redirect_url", id);
    }

    private static AuditAct act(String what, String id) {
        return AuditAct.of("redirect_url." + what, "redirect_url", id);
    }

    private static URI parsed(Instance instance, String url) {
        var uri = WebUrl.absolute(url)
                .filter(u -> url.length() <= LONGEST && !u.isOpaque())
                .orElseThrow(
                        () -> CommonProblem.FORM_PARAM_FORMAT_INVALID
                                .refusal("url")
                                .saying(
                                        "url must be an absolute URL such as https://example.com/callback or my-app://callback."));
        if (NEVER.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw RedirectProblem.INVALID_URL_SCHEME.refusal("url");
        }
        if (!WebUrl.isWeb(uri)) {
            return uri;
        }
        var page = WebUrl.of(url).orElseThrow(() -> CommonProblem.FORM_PARAM_FORMAT_INVALID.refusal("url"));
        if (!instance.isDevelopment() && !WebUrl.isSecure(page) && !WebUrl.isLoopback(page)) {
            throw RedirectProblem.INVALID_URL_SCHEME.refusal("url");
        }
        return page;
    }
}
