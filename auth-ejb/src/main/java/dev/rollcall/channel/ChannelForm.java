package dev.rollcall.channel;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.template.Medium;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A channel that an instance would like to have, read from a request. Secrets have to be given with every change: kept ones would be
 * sent to whatever host somebody changes the channel to.
 */
final class ChannelForm {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]{2,45}]?");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern API_KEY = Pattern.compile("SK[0-9a-fA-F]{32}");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,512}");
    private static final Pattern LOGIN = Pattern.compile("[^\\p{Cntrl}]{1,512}");
    private static final int MOST_PEM = 16 * 1024;
    private static final int MOST_PORT = 65_535;

    private final Instance instance;
    private final ChannelKind kind;
    private final Input input;

    private ChannelForm(Instance instance, ChannelKind kind, Input input) {
        this.instance = instance;
        this.kind = kind;
        this.input = input;
    }

    static ChannelForm of(Instance instance, Medium medium, Input input) {
        var wanted = input.required("kind");
        var kind = Arrays.stream(ChannelKind.values())
                .filter(k -> k.wire().equals(wanted) && k.carries(medium))
                .filter(k -> k != ChannelKind.INBOX || instance.isDevelopment())
                .findFirst()
                .orElseThrow(() ->
                        invalid("kind", "is no kind of " + medium.wire() + " channel that this instance can have"));
        var known = new HashSet<>(kind.shown());
        known.addAll(kind.secret());
        known.add("kind");
        var form = new ChannelForm(instance, kind, input.only(known));
        form.check();
        return form;
    }

    ChannelKind kind() {
        return kind;
    }

    /** The settings that may be shown. */
    JsonObject settings() {
        return fields(kind.shown());
    }

    /** The settings that are sealed. */
    JsonObject secrets() {
        return fields(kind.secret());
    }

    private void check() {
        switch (kind) {
            case SMTP -> checkSmtp();
            case SENDGRID -> {
                checkUrl();
                match("api_key", SECRET, true);
                match("from_email_address", ADDRESS, false);
            }
            case TWILIO -> checkTwilio();
            case INBOX, WEBHOOK -> {}
        }
    }

    private void checkSmtp() {
        match("host", HOST, true);
        match("from_email_address", ADDRESS, false);
        match("username", LOGIN, input.text("password").isPresent());
        match("password", LOGIN, input.text("username").isPresent());
        input.number("port").ifPresent(port -> {
            if (port < 1 || port > MOST_PORT) {
                throw invalid("port", "must be between 1 and " + MOST_PORT);
            }
        });
        var security = input.text("security").orElse("starttls");
        if (!List.of("starttls", "tls", "none").contains(security)) {
            throw invalid("security", "must be starttls, tls or none");
        }
        if (security.equals("none") && !instance.isDevelopment()) {
            throw invalid("security", "must be starttls or tls: codes would be sent in the clear");
        }
        input.text("ca_certificates").ifPresent(ChannelForm::checkCertificates);
    }

    private void checkTwilio() {
        checkUrl();
        match("account_sid", ACCOUNT, true);
        match("auth_token", SECRET, true);
        match("api_key_sid", API_KEY, false);
        match("messaging_service_sid", SERVICE, false);
        match("from_phone_number", NUMBER, input.text("messaging_service_sid").isEmpty());
    }

    private void checkUrl() {
        input.text("url").ifPresent(text -> {
            if (!isBase(text)) {
                throw invalid(
                        "url",
                        "must be an https URL without a query" + (instance.isDevelopment() ? ", or an http one" : ""));
            }
        });
    }

    private boolean isBase(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && ("https".equals(url.getScheme()) || instance.isDevelopment() && "http".equals(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkCertificates(String pem) {
        try {
            if (pem.length() <= MOST_PEM) {
                Trust.in(pem);
                return;
            }
        } catch (GeneralSecurityException | IOException e) {
            // refused below, like one that is too long
        }
        throw invalid("ca_certificates", "must be certificates in PEM, " + MOST_PEM + " characters at most");
    }

    private void match(String field, Pattern pattern, boolean required) {
        var text = input.text(field).filter(t -> !t.isEmpty());
        if (text.isEmpty() && required) {
            throw Input.missing(field);
        }
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID.refusal(field);
        }
    }

    private JsonObject fields(List<String> names) {
        var object = Json.createObjectBuilder();
        names.forEach(name -> add(object, name));
        return object.build();
    }

    private void add(JsonObjectBuilder object, String name) {
        switch (name) {
            case "port" -> input.number(name).ifPresent(number -> object.add(name, number));
            case "whatsapp" -> object.add(name, input.flag(name, false));
            default ->
                Optional.of(name)
                        .flatMap(input::text)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> object.add(name, text));
        }
    }

    private static Refusal invalid(String field, String sentence) {
        return CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(field).saying(field + " " + sentence + ".");
    }
}
