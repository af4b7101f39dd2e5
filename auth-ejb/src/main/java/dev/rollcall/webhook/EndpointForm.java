package dev.rollcall.webhook;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be said of an endpoint. A list that is null stands for everything. */
record EndpointForm(
        String uid,
        String url,
        String description,
        boolean disabled,
        List<String> filterTypes,
        List<String> channels,
        JsonObject metadata,
        int version) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,256}");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_TEXT = 1024;
    private static final int MOST_NAMES = 200;

    private static final EndpointForm NOTHING =
            new EndpointForm(null, null, "", false, null, null, JsonObject.EMPTY_JSON_OBJECT, 1);

    /** All of it: what the request does not say is empty. */
    static EndpointForm of(Input body, boolean plainHttp) {
        return NOTHING.patched(body, plainHttp);
    }

    /** What the request says, and for the rest what was there. */
    EndpointForm patched(Input body, boolean plainHttp) {
        return new EndpointForm(
                body.has("uid") ? body.text("uid").map(u -> name(u, "uid")).orElse(null) : uid,
                body.has("url") || url == null ? url(body.required("url"), plainHttp) : url,
                body.has("description") ? text(body, "description") : description,
                body.flag("disabled", disabled),
                body.has("filterTypes") ? names(body, "filterTypes") : filterTypes,
                body.has("channels") ? names(body, "channels") : channels,
                body.has("metadata") ? metadata(body) : metadata,
                body.has("version") ? (int) body.number("version").orElse(1) : version);
    }

    static JsonObject metadata(Input body) {
        var metadata = body.object("metadata").orElse(JsonObject.EMPTY_JSON_OBJECT);
        if (metadata.toString().length() > 4096) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal("metadata");
        }
        return metadata;
    }

    static String name(String text, String field) {
        if (!NAME.matcher(text).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal(field)
                    .saying(field + " is made of letters, digits, '-', '_' and '.'.");
        }
        return text;
    }

    private static List<String> names(Input body, String field) {
        var names = body.list(field);
        if (names.size() > MOST_NAMES) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal(field);
        }
        return names.isEmpty()
                ? null
                : names.stream().map(n -> name(n, field)).distinct().toList();
    }

    private static String text(Input body, String field) {
        var text = body.text(field).orElse("");
        if (text.length() > LONGEST_TEXT) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal(field);
        }
        return text;
    }

    private static String url(String text, boolean plainHttp) {
        if (text.length() > LONGEST_URL) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal("url");
        }
        try {
            var url = new URI(text.strip());
            if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
                throw refused("url must be an http or https URL.");
            }
            if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
                throw refused("url has no user name and no fragment; send credentials in a header.");
            }
            if (url.getScheme().equals("http") && !plainHttp) {
                throw refused("url must be https for a production instance.");
            }
            return url.toString();
        } catch (URISyntaxException e) {
            throw refused("url must be an http or https URL.");
        }
    }

    private static Refusal refused(String sentence) {
        return CommonProblem.FORM_PARAM_FORMAT_INVALID.refusal("url").saying(sentence);
    }
}
