package dev.rollcall.web.hosted;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.message.MessageAdmin;
import dev.rollcall.webhook.AttemptLog;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Shows a development instance's messages to its developers, newest first, or with {@code view=webhooks} the requests to its webhook
 * endpoints. Whoever reads them can sign in as anybody there.
 */
@WebServlet("/dev/inbox")
public class InboxServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Input NEWEST = Input.ofForm(Map.of("limit", List.of("50")));
    private static final Input NEWEST_WITH_EVENTS =
            Input.ofForm(Map.of("limit", List.of("50"), "with_msg", List.of("true")));

    @Inject
    private transient MessageAdmin messages;

    @Inject
    private transient AttemptLog attempts;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Sites sites;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = sites.withInbox(request);
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean webhooks = "webhooks".equals(request.getParameter("view"));
        var instance = site.get().instance();
        var values = webhooks ? requests(instance) : messages(instance);
        pages.show(response, site.get(), new Content("Inbox", "inbox", false, "inbox", values));
    }

    private Map<String, Object> messages(Instance instance) {
        return Map.of(
                "messages",
                messages.list(instance, NEWEST).data().stream()
                        .map(InboxCards::of)
                        .toList());
    }

    private Map<String, Object> requests(Instance instance) {
        var newest = attempts.list(instance, NEWEST_WITH_EVENTS).data().stream()
                .map(InboxCards::of)
                .toList();
        return Map.of("webhooks", true, "requests", newest);
    }
}
