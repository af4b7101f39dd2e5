package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Answer;
import dev.rollcall.contract.Rollcall;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** More than the server can finish: it says so instead of hanging, and goes on minting tokens. */
class OverloadIT {

    /** More than are let in and may wait together. */
    private static final int FLOOD = 60;

    @Test
    void aFloodThatHangsInTheDatabaseIsAnswered503AndMintsGoOn() throws SQLException {
        var stuck = Rollcall.standard().browser();
        var user = stuck.signUp().userId();
        var other = Rollcall.standard().browser();
        var session = other.signUp().sessionId();
        var threads = Executors.newFixedThreadPool(FLOOD);
        try (var database = EmbeddedPostgres.connect()) {
            database.setAutoCommit(false);
            EmbeddedPostgres.execute(database, "select * from users where id = '" + user + "' for update");
            var answers = new ArrayList<CompletableFuture<Answer>>();
            for (int n = 0; n < FLOOD; n++) {
                answers.add(CompletableFuture.supplyAsync(() -> stuck.patch("/v1/me", "first_name", "Ada"), threads));
            }
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join(); // the first that is turned away
            assertThat(other.token(session)).isNotEmpty();
            assertThat(other.get("/v1/health").status()).isEqualTo(200);
            var all = answers.stream().map(CompletableFuture::join).toList();
            assertThat(all).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(answer.text("/errors/0/code")).isEqualTo("service_unavailable");
            });
            database.rollback();
        } finally {
            threads.shutdownNow();
        }
        assertThat(stuck.patch("/v1/me", "first_name", "Grace").status()).isEqualTo(200);
    }
}
