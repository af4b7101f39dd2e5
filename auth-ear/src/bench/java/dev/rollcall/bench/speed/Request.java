package dev.rollcall.bench.speed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request of a load, written out in full before the load begins, so that to send it costs next to nothing. */
public record Request(String method, String path, Map<String, String> headers, String body) {

    public static Request get(String path) {
        return new Request("GET", path, Map.of(), "");
    }

    /** A form of names and values in turn. */
    public static Request form(String path, String... fields) {
        var form = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new Request("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
    }

    public static Request json(String method, String path, String body) {
        return new Request(method, path, Map.of("Content-Type", "application/json"), body);
    }

    /** With one more header. */
    public Request header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, path, more, body);
    }

    /** What goes over the wire. Its own host header wins over that of where it is sent. */
    String text(String authority) {
        var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        var all = new LinkedHashMap<>(Map.of("Host", authority));
        all.putAll(headers);
        if (!method.equals("GET")) {
            all.put("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
        }
        all.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        return text + "\r\n" + body;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
