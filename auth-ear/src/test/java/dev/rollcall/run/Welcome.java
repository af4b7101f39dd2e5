package dev.rollcall.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The first page of the manual: what runs where, and the lines that connect an app to it. */
record Welcome(Server server, Home home, long seconds) {

    private static final String KEYS = "dev.env";

    @Override
    public String toString() {
        var here = """

                Rollcall is ready after %d s.

                  Start here   %s/   (%s/ with a self-signed certificate)
                  Inbox        %s/dev/inbox   every e-mail and text message that would have been sent
                  Health       %s/health
                  Log          %s
                """.formatted(
                        seconds, server.url(), server.secureUrl(), server.url(), server.url(), nearby(server.log()));
        return here + keys() + "\nStop with Ctrl-C. Data and keys stay in " + nearby(home.directory()) + ".\n";
    }

    private String keys() {
        var file = home.path(KEYS);
        if (!Files.exists(file)) {
            return "";
        }
        var env = read(file);
        return """
                  Keys         %s   secret key and Platform API token, for this machine only

                To connect an app, copy the lines of its kind into its .env (Next.js: .env.local).

                # Next.js
                NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=%2$s
                CLERK_SECRET_KEY=%3$s
                NEXT_PUBLIC_CLERK_PROXY_URL=%5$s
                NEXT_PUBLIC_CLERK_JS_URL=%5$s/npm/@clerk/clerk-js@6/dist/clerk.browser.js
                NEXT_PUBLIC_CLERK_UI_URL=%5$s/npm/@clerk/ui@1/dist/ui.browser.js
                CLERK_API_URL=%4$s
                NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED=1

                # Vite
                VITE_CLERK_PUBLISHABLE_KEY=%2$s

                # Express
                CLERK_PUBLISHABLE_KEY=%2$s
                CLERK_SECRET_KEY=%3$s
                CLERK_API_URL=%4$s
                CLERK_PROXY_URL=%5$s
                CLERK_TELEMETRY_DISABLED=1
                """.formatted(
                        nearby(file),
                        env.getOrDefault("CLERK_PUBLISHABLE_KEY", ""),
                        env.getOrDefault("CLERK_SECRET_KEY", ""),
                        env.getOrDefault("CLERK_API_URL", server.url()),
                        env.getOrDefault("CLERK_PROXY_URL", "/__clerk"));
    }

    private static Map<String, String> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
        } catch (IOException unreadable) {
            throw new CannotRun("Cannot read %s: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static Path nearby(Path file) {
        var here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
