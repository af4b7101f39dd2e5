package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Cursor cursor = new Cursor();

    @Test
    void looksAtEverythingFirst() {
        assertThat(cursor.start()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void goesOnWhereTheLastLookEnded() {
        look(NOON, true);
        assertThat(cursor.start()).isEqualTo(NOON);
        look(NOON.plusSeconds(1), true);
        assertThat(cursor.start()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void staysWhereItIsWhenThereWasNothing() {
        look(NOON, false);
        cursor.start();
        cursor.moved(Optional.empty(), false);
        assertThat(cursor.start()).isEqualTo(NOON);
    }

    @Test
    void goesBackForAJobWhoseTransactionTookLong() {
        look(NOON, true);
        cursor.back(NOON.minusSeconds(3));
        assertThat(cursor.start()).isEqualTo(NOON.minusSeconds(3));
    }

    @Test
    void doesNotGoForwardForANewJob() {
        look(NOON, true);
        cursor.back(NOON.plusSeconds(3));
        assertThat(cursor.start()).isEqualTo(NOON);
    }

    private void look(Instant newest, boolean full) {
        cursor.start();
        cursor.moved(Optional.of(newest), full);
    }
}
