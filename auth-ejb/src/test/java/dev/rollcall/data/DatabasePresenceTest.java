package dev.rollcall.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

class DatabasePresenceTest {

    private final SQLException cut = new SQLException("terminating connection", "57P01");
    private final SQLException silent =
            new SQLException("An I/O error occurred", "08006", new SocketTimeoutException("Read timed out"));

    private final Pool pool = new Pool();
    private final DatabasePresence presence = new DatabasePresence(pool);

    @Test
    void whoeverWaitsForADatabaseThatHangsIsLetGoAndNobodyElseBegins() {
        see(silent);
        assertThat(presence.isAway()).isTrue();
        assertThat(pool.aborts).isOne();
        see(silent);
        assertThat(pool.aborts).as("what came between is let go too").isEqualTo(2);
    }

    @Test
    void oneAnswerIsEnoughToBeThereAgain() {
        see(silent);
        see();
        assertThat(presence.isAway()).isFalse();
        assertThat(pool.aborts).isOne();
    }

    @Test
    void aSingleConnectionThatWasCutIsNoSilence() {
        see(cut);
        assertThat(presence.isAway()).isFalse();
        assertThat(pool.aborts).isZero();
    }

    @Test
    void aDatabaseThatRefusesTwiceIsAway() {
        see(cut, cut);
        assertThat(presence.isAway()).isTrue();
    }

    /** A port that takes connections and never says a word, as PostgreSQL under SIGSTOP. */
    @Test
    @Timeout(30)
    void aServerThatTakesConnectionsAndAnswersNothingIsFoundOut() throws IOException {
        try (var mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"127.0.0.1"});
            source.setPortNumbers(new int[] {mute.getLocalPort()});
            source.setDatabaseName("rollcall");
            source.setLoginTimeout(1);
            source.setSocketTimeout(1);
            presence.check(
                    () -> DatabaseWatch.ask(source, (int) Duration.ofSeconds(1).toMillis(), Runnable::run));
        }
        assertThat(presence.isAway()).isTrue();
        assertThat(pool.aborts).isOne();
    }

    /** One question whose tries end like this, and well after that. */
    private void see(SQLException... tries) {
        Queue<SQLException> left = new ArrayDeque<>(List.of(tries));
        presence.check(() -> {
            if (!left.isEmpty()) {
                throw left.remove();
            }
        });
    }

    private static final class Pool extends ConnectionPool {
        private int aborts;

        @Override
        void abort() {
            aborts++;
        }
    }
}
