package dev.rollcall.browser;

import dev.rollcall.sdk.NodeStory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the Chromium of this machine. Where there is none, browser tests are skipped and say how to get it. */
final class Chromium {

    private Chromium() {}

    /** A story that is played in Chromium. */
    static NodeStory story(String script) {
        var found = find();
        Assumptions.assumeTrue(
                found.isPresent(),
                "SKIPPED: no Chromium; get it with `apt-get install chromium`, or set CHROME_BIN to its path");
        return new NodeStory(script).with("CHROMIUM", found.get());
    }

    private static Optional<String> find() {
        var named = Optional.ofNullable(System.getenv("CHROME_BIN")).filter(path -> !path.isBlank());
        return named.or(() -> Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> NodeStory.find(name).stream())
                .map(Path::toString)
                .findFirst());
    }
}
