package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.Instances;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

    private static final Instance DEVELOPMENT = Instances.development();
    private static final Instance PRODUCTION = Instances.production();

    @ParameterizedTest(name = "open redirect by {0}")
    @ValueSource(
            strings = {
                "https://evil.test/",
                "https://example.com.evil.test/",
                "https://evilexample.com/",
                "https://example.com@evil.test/",
                "https://evil.test\\@example.com/",
                "https://evil.test/?https://example.com",
                "https://evil.test#.example.com",
                "//evil.test",
                "https:evil.test",
                "https:///evil.test",
                "javascript:alert(document.cookie)//example.com",
                "data:text/html,hello",
                "/dashboard",
                "dashboard",
                "",
                " https://example.com/",
                "https://example.com/\r\nSet-Cookie: a=b",
                "https://exam\tple.com/",
                "http://app.example.com/",
                "https://evil.test\u3002example.com/",
                "https://evil.test\uff0eexample.com/",
                "https://evil.test\uff0f.example.com/",
                "https://evil.test%2eexample.com/",
                "https://evil.test%00.example.com/",
                "https://example.com%2f@evil.test/",
                "https://example.com:80:80/",
                "https://example.com:@evil.test/",
                "http:\\\\evil.test",
                "https:/\\evil.test/",
                "///evil.test",
                "https://example.com./",
                "https://\u0435xample.com/",
                "//example.com/",
                "vbscript:msgbox(1)",
                "my-app://callback",
                "blob:https://example.com/1",
                "https://[::ffff:127.0.0.1]/",
            })
    void aProductionInstanceSendsNobodyAnywhereElse(String url) {
        refused(PRODUCTION, url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/a?b=c",
                "https://app.example.com:8443/",
                "https://A.B.Example.com/x#y"
            })
    void aProductionInstanceSendsPeopleToItsOwnDomain(String url) {
        assertThat(of(PRODUCTION, url).isTrusted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://localhost/",
                "//localhost:3000",
                "http://a:b@localhost/",
                "file:///etc/passwd",
                "http://"
            })
    void aDevelopmentInstanceKnowsTheWebAlone(String url) {
        refused(DEVELOPMENT, url);
    }

    @ParameterizedTest(name = "{0} may learn who the browser''s own cookie says it is: {1}")
    @CsvSource({
        "http://localhost:3000/a,        true",
        "http://127.0.0.1:5173/,         true",
        "http://[::1]:3000/,             true",
        "https://app.localhost/,         true",
        "https://evil.test/,             false",
        "http://localhost.evil.test/,    false",
        "http://notlocalhost/,           false",
        "http://192.168.1.20:3000/,      false",
    })
    void aPageElsewhereCannotAskForAnybodyButItself(String url, boolean trusted) {
        assertThat(of(DEVELOPMENT, url).isTrusted()).isEqualTo(trusted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://localhost:3000/a?b=c|d{e}^,     http://localhost:3000/a?b=c%7Cd%7Be%7D%5E&n=v",
        "http://localhost:3000/a?b=100%&c=%zz,  http://localhost:3000/a?b=100%25&c=%25zz&n=v",
        "http://localhost:3000/a?b=%20c,        http://localhost:3000/a?b=%20c&n=v",
        "http://localhost:3000,                 http://localhost:3000?n=v",
        "http://localhost:3000/#/sign-in?x=y,   http://localhost:3000/?n=v#/sign-in?x=y",
        "http://localhost:3000/größe,           http://localhost:3000/gr%C3%B6%C3%9Fe?n=v",
    })
    void goesBackToThePageItCameFrom(String url, String back) {
        assertThat(of(DEVELOPMENT, url).with("n", "v")).hasToString(back);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/a,  http://localhost:3000",
        "http://localhost:80/a,    http://localhost",
        "https://localhost:443/a,  https://localhost",
        "HTTPS://LocalHost/a,      https://localhost",
    })
    void writesOriginsAsBrowsersDo(String url, String origin) {
        assertThat(of(DEVELOPMENT, url).origin()).isEqualTo(origin);
    }

    @Test
    void aUrlOfAbsurdLengthIsRefused() {
        refused(DEVELOPMENT, "http://localhost/" + "a".repeat(10_000));
    }

    @ParameterizedTest(name = "{0} listed allows {1}: {2}")
    @CsvSource({
        "https://other.test,            https://other.test/a/b?c=d,         true",
        "https://other.test/,           https://OTHER.test:443/a,           true",
        "https://other.test,            https://other.test:8443/a,          false",
        "https://other.test,            http://other.test/a,                false",
        "https://other.test,            https://sub.other.test/,            false",
        "https://other.test/cb,         https://other.test/cb?code=1#x,     true",
        "https://other.test/cb,         https://other.test/cb/,             false",
        "https://other.test/cb,         https://other.test/cb/../evil,      false",
        "https://other.test/cb,         https://other.test/CB,              false",
        "https://other.test/cb,         https://other.test/,                false",
    })
    void aListedUrlAllowsItselfOrAllOfItsOrigin(String listed, String url, boolean allowed) {
        var canonical = Redirect.canonical(WebUrl.of(listed).orElseThrow());
        if (allowed) {
            assertThat(of(PRODUCTION, url, canonical).isTrusted()).isTrue();
        } else {
            assertThatThrownBy(() -> of(PRODUCTION, url, canonical)).isInstanceOf(Refusal.class);
        }
    }

    private static Redirect of(Instance instance, String url) {
        return Redirects.judged(instance, url, uri -> false);
    }

    private static Redirect of(Instance instance, String url, String listed) {
        return Redirects.judged(instance, url, uri -> Redirect.allowedBy(uri).contains(listed));
    }

    private static void refused(Instance instance, String url) {
        assertThatThrownBy(() -> of(instance, url)).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problem())
                .isInstanceOf(RedirectProblem.class));
    }

    @ParameterizedTest(name = "{0} is refused as {1}")
    @CsvSource({
        "/verify,                       INVALID_REDIRECT_URL",
        "https://a@app.example.com/,    INVALID_REDIRECT_URL",
        "javascript:alert(1),           PROHIBITED_REDIRECT_URL",
        "http://app.example.com/,       PROHIBITED_REDIRECT_URL",
        "https://evil.test/,            REDIRECT_URL_DOMAIN_MISMATCH",
    })
    void aRefusalSaysWhatIsWrong(String url, RedirectProblem problem) {
        assertThatThrownBy(() -> of(PRODUCTION, url)).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problem())
                .isEqualTo(problem));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "https://b\u00fccher.example/a?b=c, https://xn--bcher-kva.example/a?b=c",
        "https://B\u00dcCHER.example:8443,  https://xn--bcher-kva.example:8443",
        "http://stra\u00dfe.test#x,         http://xn--strae-oqa.test#x",
    })
    void anInternationalHostIsReadAsBrowsersReadIt(String url, String read) {
        assertThat(WebUrl.of(url)).contains(URI.create(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test\u3002example.com/",
                "https://evil.test\uff0eexample.com/",
                "https://\u00fc%2eexample.com/",
                "https://\u00fc@example.com/",
            })
    void attackAnInternationalHostThatReadsAsAnother(String url) {
        refused(PRODUCTION, url);
    }

    @Test
    void halfACharacterMakesNoUrl() {
        assertThat(WebUrl.of("https://app.example.com/\ud800")).isEmpty();
    }
}
