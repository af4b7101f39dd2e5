package dev.rollcall.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of a token's scopes by what its maker may do now. */
class ScopesTest {

    private static final Scopes ALL = Scopes.all();
    private static final Scopes SOME = new Scopes(Set.of("users:read", "jobs:read"));

    @Test
    void aTokenMayDoNoMoreThanItsMakerMayByNow() {
        assertThat(ALL.within(SOME)).isEqualTo(SOME);
        assertThat(SOME.within(ALL)).isEqualTo(SOME);
        assertThat(SOME.within(new Scopes(Set.of("users:read", "keys:read"))).names())
                .containsExactly("users:read");
        assertThat(ALL.within(Scopes.ofGroups(List.of())).names()).isEmpty();
    }

    @Test
    void groupsAreNamesInAnArrayAndNothingElse() {
        assertThat(OperatorGroups.read("[\"admin\", null, 1, \"viewer\"]")).containsExactly("admin", "viewer");
        assertThat(OperatorGroups.read("\"admin\"")).isEmpty();
        assertThat(OperatorGroups.read("{\"admin\": true}")).isEmpty();
        assertThat(OperatorGroups.read(null)).isEmpty();
    }
}
