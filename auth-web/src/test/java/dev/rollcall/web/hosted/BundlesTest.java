package dev.rollcall.web.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.web.hosted.Bundles.Found;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {

    private final Bundles bundles = new Bundles(new Configured(Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        "/@clerk/clerk-js@6.29.3/dist/clerk.browser.js, true",
        "/@clerk/clerk-js@6/dist/clerk.browser.js,      false",
        "/@clerk/clerk-js@latest/dist/clerk.browser.js, false",
        "/@clerk/ui@1.30.6/dist/ui.browser.js,          true",
        "/@clerk/ui@1/dist/ui.browser.js,               false",
    })
    void everyTagAnswersTheSameFileAndOnlyTheExactVersionIsPinned(String path, boolean pinned) {
        installed();
        assertThat(bundles.find(path)).isInstanceOfSatisfying(Found.File.class, file -> {
            assertThat(file.pinned()).isEqualTo(pinned);
            assertThat(getClass().getResource(file.resource())).isNotNull();
            assertThat(getClass().getResource(file.resource() + ".gz")).isNotNull();
            assertThat(getClass().getResource(file.resource() + ".br")).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@clerk/clerk-js@6/dist/../package.json",
                "/@clerk/clerk-js@6/dist/..%2Fpackage.json",
                "/@clerk/clerk-js@6/dist/../../../../WEB-INF/web.xml",
                "/@clerk/clerk-js@6/dist/..\\..\\bundles.json",
                "/@clerk/../bundles.json",
                "/@clerk/..@6/dist/bundles.json",
                "/@clerk/clerk-js@../dist/clerk.browser.js",
                "/@clerk/clerk-js@6/dist/clerk.browser.js/..",
                "/@clerk/clerk-js@6/dist/..",
                "/bundles.json",
            })
    void pathTraversalFindsNothing(String path) {
        assertThat(bundles.find(path)).isInstanceOf(Found.Nothing.class);
        assertThat(new Bundles(new Configured(Optional.of("https://cdn.example/npm"))).find(path))
                .isInstanceOf(Found.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@clerk/clerk-js@5/dist/clerk.browser.js",
                "/@clerk/clerk-js@6.29.4/dist/clerk.browser.js",
                "/@clerk/other@6/dist/clerk.browser.js",
                "/@clerk/clerk-js@6/dist/",
                "",
            })
    void anotherVersionOrPackageIsNotHere(String path) {
        assertThat(bundles.find(path)).isInstanceOf(Found.Nothing.class);
        assertThat(bundles.find(null)).isInstanceOf(Found.Nothing.class);
    }

    @Test
    void fileThatIsNotPartOfThePackageIsNotHere() {
        installed();
        assertThat(bundles.find("/@clerk/clerk-js@6/dist/clerk.browser.js.gz")).isInstanceOf(Found.Nothing.class);
        assertThat(bundles.find("/@clerk/clerk-js@6/dist/clerk.browser.js.map")).isInstanceOf(Found.Nothing.class);
    }

    @Test
    void aConfiguredCdnHasTheOtherVersions() {
        var path = "/@clerk/clerk-js@6.1.0/dist/clerk.browser.js";
        var found = new Bundles(new Configured(Optional.of("https://cdn.example/npm"))).find(path);
        assertThat(found).isEqualTo(new Found.Elsewhere(URI.create("https://cdn.example/npm" + path)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'gzip, deflate, br',       BROTLI",
                "'gzip, deflate',           GZIP",
                "'br;q=0, gzip;q=0.5',      GZIP",
                "'BR;q=1.0',                BROTLI",
                "'deflate',                 IDENTITY",
                "'gzip;q=0',                IDENTITY",
                "none,                      IDENTITY",
            })
    void theBestCodingThatTheBrowserTakes(String header, Coding expected) {
        assertThat(Coding.accepted(header)).isEqualTo(expected);
    }

    private void installed() {
        Assumptions.assumeTrue(
                bundles.foreignOrigin().isEmpty(), "no npm on this machine, so the build has no bundles");
    }

    private static final class Configured extends ServerConfig {

        private final Optional<String> cdn;

        Configured(Optional<String> cdn) {
            this.cdn = cdn;
        }

        @Override
        public Optional<String> npmCdn() {
            return cdn;
        }
    }
}
