package dev.rollcall.contract;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Plays clerk-js in a browser: a cookie jar, a dev browser, form bodies, {@code _method}, an origin. */
public final class Browser {

    public static final String PASSWORD = "correct-Horse-battery-91";

    private static final Pattern COOKIE = Pattern.compile("([^=;]+)=([^;]*)(.*)", Pattern.DOTALL);

    private final Tenant tenant;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String origin;
    private String devBrowser;
    private String session;

    Browser(Tenant tenant) {
        this.tenant = tenant;
        this.origin = tenant.production() ? "https://" + tenant.domain() : "http://localhost:3000";
        if (!tenant.production()) {
            devBrowser = Wire.send(tenant.request("/v1/dev_browser")
                            .header("Origin", origin)
                            .POST(HttpRequest.BodyPublishers.noBody()))
                    .ok()
                    .text("/id");
        }
    }

    public Tenant tenant() {
        return tenant;
    }

    /** The cookies that the server has set here; they can be changed as a thief would. */
    public Map<String, String> cookies() {
        return cookies;
    }

    public String devBrowser() {
        return devBrowser;
    }

    /** The same browser with another dev browser token; none if null. */
    public Browser devBrowser(String other) {
        this.devBrowser = other;
        return this;
    }

    /** The same browser on a page of another origin. */
    public Browser origin(String other) {
        this.origin = other;
        return this;
    }

    /** The session that requests about {@code /me} are about; the client's last active one if null. */
    public Browser session(String id) {
        this.session = id;
        return this;
    }

    public Answer get(String path) {
        return send(request(path, "").GET());
    }

    public Answer post(String path, Object... fields) {
        return form(path, "", fields);
    }

    public Answer patch(String path, Object... fields) {
        return form(path, "PATCH", fields);
    }

    public Answer put(String path, Object... fields) {
        return form(path, "PUT", fields);
    }

    public Answer delete(String path) {
        return form(path, "DELETE");
    }

    /** Sends a file as the field {@code file} of a multipart form. */
    public Answer upload(String path, String fileName, String type, byte[] content) {
        var boundary = "----boundary7MA4YWxk";
        var head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, fileName, type);
        var foot = "\r\n--" + boundary + "--\r\n";
        var body = List.of(head.getBytes(StandardCharsets.UTF_8), content, foot.getBytes(StandardCharsets.UTF_8));
        return send(request(path, "")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(body)));
    }

    /** Sends a picture that is no file, as clerk-js does. */
    public Answer upload(String path, String dataUrl) {
        return send(request(path, "")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(dataUrl)));
    }

    /** Follows a link from outside: with the cookies, and nothing that a script would add. */
    public Answer follow(String path) {
        return send(withCookies(tenant.request(path)).GET());
    }

    private Answer form(String path, String method, Object... fields) {
        var form = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(
                    (String) fields[i], fields[i + 1] == null ? "" : fields[i + 1]); // null travels as the empty string
        }
        return send(request(path, method)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Wire.form(form))));
    }

    private HttpRequest.Builder request(String path, String method) {
        var query = new LinkedHashMap<String, String>(
                Map.of("__clerk_api_version", "2026-05-12", "_clerk_js_version", "6.29.3"));
        if (!method.isEmpty()) {
            query.put("_method", method);
        }
        if (devBrowser != null) {
            query.put("__clerk_db_jwt", devBrowser);
        }
        if (session != null && !path.startsWith("/v1/client")) {
            query.put("_clerk_session_id", session);
        }
        var request = tenant.request(path + (path.contains("?") ? "&" : "?") + Wire.form(query));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return withCookies(request);
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            var pairs = new ArrayList<String>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        var answer = Wire.send(request);
        answer.cookies().forEach(this::keep);
        return answer;
    }

    private void keep(String line) {
        var cookie = COOKIE.matcher(line);
        if (cookie.matches()) {
            if (cookie.group(2).isEmpty() || cookie.group(3).matches("(?is).*max-age=0.*")) {
                cookies.remove(cookie.group(1).strip());
            } else {
                cookies.put(cookie.group(1).strip(), cookie.group(2));
            }
        }
    }

    /** Signs up with an address that is then verified by the code from the inbox. */
    public Person signUp() {
        return signUp(Tenant.freshEmail());
    }

    /** Signs up with this address, which is then verified by the code from the inbox. */
    public Person signUp(String email) {
        var started = post("/v1/client/sign_ups", "email_address", email, "password", PASSWORD)
                .ok();
        var path = "/v1/client/sign_ups/" + started.text("/response/id");
        post(path + "/prepare_verification", "strategy", "email_code").ok();
        var done = post(
                        path + "/attempt_verification",
                        "strategy",
                        "email_code",
                        "code",
                        tenant.backend().code(email))
                .ok();
        return new Person(
                email, PASSWORD, done.text("/response/created_user_id"), done.text("/response/created_session_id"));
    }

    /** Signs in by password and gives the new session. */
    public String signIn(String email, String password) {
        return post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", password)
                .ok()
                .text("/response/created_session_id");
    }

    /** A fresh session token. */
    public String token(String sessionId) {
        return post("/v1/client/sessions/" + sessionId + "/tokens").ok().text("/jwt");
    }

    /** Somebody who has just signed up. */
    public record Person(String email, String password, String userId, String sessionId) {}

    /** An exact copy of what this browser holds, as a thief would make it. */
    public Browser stolen() {
        var copy = new Browser(tenant);
        copy.cookies.putAll(new HashMap<>(cookies));
        copy.devBrowser = devBrowser;
        return copy;
    }
}
