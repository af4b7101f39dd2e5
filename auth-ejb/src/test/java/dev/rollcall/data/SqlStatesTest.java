package dev.rollcall.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStatesTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "08001, true",
        "08006, true",
        "57P01, true",
        "53300, true",
        "23505, false",
        "42601, false",
        "57014, false"
    })
    void aDatabaseThatIsAwayIsToldFromOneThatRefuses(String state, boolean away) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("no", state)));
        assertThat(SqlStates.isAway(failure)).isEqualTo(away);
    }

    @Test
    void whatNoDatabaseSaidIsNoneOfIt() {
        assertThat(SqlStates.isAway(new IllegalStateException("no"))).isFalse();
    }
}
