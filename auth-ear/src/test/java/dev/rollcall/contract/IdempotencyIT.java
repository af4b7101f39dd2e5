package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST of the Backend API that is sent twice under one key is done once. */
class IdempotencyIT {

    private static final Backend BACKEND = Operator.platform().development().backend();

    private final String key = UUID.randomUUID().toString();
    private final String email = Tenant.freshEmail();

    @Test
    void theSameRequestHearsTheSameAnswer() {
        var first = create(email, key).ok();
        var second = create(email, key).ok();

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.header("idempotency-replayed")).isEmpty();
        assertThat(second.header("idempotency-replayed")).isEqualTo("true");
        create(email, UUID.randomUUID().toString()).refused(422, "form_identifier_exists", "email_address");
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        var id = create(email, key).ok().text("/id");
        create(Tenant.freshEmail(), key).refused(409, "idempotency_key_reused");
        BACKEND.post("/v1/users/" + id + "/ban", Map.of(), key).refused(409, "idempotency_key_reused");
        assertThat(BACKEND.get("/v1/users/" + id).ok().at("/banned").asBoolean())
                .isFalse();
    }

    @Test
    void aRefusalIsKeptToo() {
        BACKEND.createUser(email, Browser.PASSWORD);
        var refused = create(email, key).refused(422, "form_identifier_exists", "email_address");
        BACKEND.delete("/v1/users/"
                        + BACKEND.get("/v1/users?email_address=" + email).ok().text("/0/id"))
                .ok();
        assertThat(create(email, key).body()).isEqualTo(refused.body());
        create(email, UUID.randomUUID().toString()).ok();
    }

    @Test
    void anAnswerWithoutABodyIsKeptAsWell() {
        var live = Operator.platform().production().backend();
        var body = Map.of("home_url", "https://" + UUID.randomUUID() + ".example.org");
        var first = live.post("/v1/instance/change_domain", body, key);
        var second = live.post("/v1/instance/change_domain", body, key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("idempotency-replayed")).isEqualTo("true");
        assertThat(second.body()).isEmpty();
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        var threads = Executors.newFixedThreadPool(8);
        List<Answer> answers;
        try {
            answers = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> create(email, key), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
        var done = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(done).isNotEmpty();
        assertThat(done.stream().map(answer -> answer.text("/id")).distinct()).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.refused(409, "idempotency_key_in_use"));
        assertThat(create(email, key).ok().text("/id")).isEqualTo(done.get(0).text("/id"));
    }

    @Test
    void keysOfOtherInstancesAreTheirOwn() {
        var here = create(email, key).ok();
        var there = Operator.platform()
                .development()
                .backend()
                .post("/v1/users", body(email), key)
                .ok();
        assertThat(there.text("/id")).isNotEqualTo(here.text("/id"));
    }

    @Test
    void whatHasBeenUndoneMeanwhileIsNotDoneAgain() {
        var id = create(email, key).ok().text("/id");
        BACKEND.post("/v1/users/" + id + "/lock", Map.of(), key + "-lock").ok();
        BACKEND.post("/v1/users/" + id + "/unlock", Map.of()).ok();
        assertThat(BACKEND.post("/v1/users/" + id + "/lock", Map.of(), key + "-lock")
                        .ok()
                        .at("/locked")
                        .asBoolean())
                .as("the answer of then")
                .isTrue();
        assertThat(BACKEND.get("/v1/users/" + id).ok().at("/locked").asBoolean())
                .as("nothing was done again")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "two words"})
    void aKeyThatIsNoneIsRefused(String bad) {
        create(email, bad).refused(422, "idempotency_key_invalid");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        create(email, "k".repeat(256)).refused(422, "idempotency_key_invalid");
        create(email, "k".repeat(255)).ok();
    }

    private static Answer create(String email, String key) {
        return BACKEND.post("/v1/users", body(email), key);
    }

    private static Map<String, Object> body(String email) {
        return Map.of("email_address", List.of(email), "password", Browser.PASSWORD);
    }
}
