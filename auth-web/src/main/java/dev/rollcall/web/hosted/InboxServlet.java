package dev.rollcall.web.hosted;

import dev.rollcall.input.Input;
import dev.rollcall.message.EmailView;
import dev.rollcall.message.MessageView;
import dev.rollcall.message.Messages;
import dev.rollcall.message.SmsView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows a development instance's e-mails to its developers, newest first. Whoever reads them can sign in as anybody there. */
@WebServlet("/dev/inbox")
public class InboxServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Input NEWEST = Input.ofForm(Map.of("limit", List.of("50")));

    @Inject
    private transient Messages messages;

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
        var newest = messages.list(site.get().instance(), NEWEST).data().stream()
                .map(InboxServlet::shown)
                .toList();
        pages.show(response, site.get(), new Content("Inbox", "inbox", false, "inbox", Map.of("messages", newest)));
    }

    private static Map<String, Object> shown(MessageView message) {
        var shown = new HashMap<String, Object>();
        shown.put("id", message.id());
        if (message instanceof EmailView email) {
            shown.put("to", email.toEmailAddress());
            shown.put("subject", email.subject());
            shown.put("body", email.body());
        } else if (message instanceof SmsView sms) {
            shown.put("to", sms.toPhoneNumber());
            shown.put("subject", sms.message());
        }
        shown.put("code", message.otpCode());
        shown.put("time", Instant.ofEpochMilli(message.createdAt()).toString());
        return shown;
    }
}
