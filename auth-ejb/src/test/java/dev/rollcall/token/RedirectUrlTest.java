package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.Instances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrlTest {

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
        assertThat(RedirectUrl.of(PRODUCTION, url).isTrusted()).isTrue();
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
        assertThat(RedirectUrl.of(DEVELOPMENT, url).isTrusted()).isEqualTo(trusted);
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
        assertThat(RedirectUrl.of(DEVELOPMENT, url).with("n", "v")).hasToString(back);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/a,  http://localhost:3000",
        "http://localhost:80/a,    http://localhost",
        "https://localhost:443/a,  https://localhost",
        "HTTPS://LocalHost/a,      https://localhost",
    })
    void writesOriginsAsBrowsersDo(String url, String origin) {
        assertThat(RedirectUrl.of(DEVELOPMENT, url).origin()).isEqualTo(origin);
    }

    @Test
    void aUrlOfAbsurdLengthIsRefused() {
        refused(DEVELOPMENT, "http://localhost/" + "a".repeat(10_000));
    }

    private static void refused(Instance instance, String url) {
        assertThatThrownBy(() -> RedirectUrl.of(instance, url))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(TokenProblem.REDIRECT_URL_INVALID));
    }
}
