package dev.rollcall.instance;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operator may do, by the names of the scopes; {@code *} is everything, whatever is added later. */
public record Scopes(Set<String> names) {

    static final String EVERYTHING = "*";

    public Scopes {
        names = Set.copyOf(names);
    }

    /** Everything. */
    static Scopes all() {
        return new Scopes(Set.of(EVERYTHING));
    }

    /**
     * What an operator may do who is in these groups: {@code admin} everything, {@code support} what concerns users, {@code viewer} look at
     * everything but secrets; any other group counts if it is the name of a scope.
     */
    public static Scopes ofGroups(Collection<String> groups) {
        return new Scopes(groups.stream().flatMap(Scopes::ofGroup).collect(Collectors.toSet()));
    }

    /** Whether this is among them. */
    public boolean allow(Scope scope) {
        return names.contains(EVERYTHING) || names.contains(scope.wire());
    }

    /** Whether they are everything, whatever is added later. */
    public boolean allowEverything() {
        return names.contains(EVERYTHING);
    }

    /** Whether whoever has these may hand out those. */
    boolean cover(Scopes others) {
        return names.contains(EVERYTHING) || names.containsAll(others.names);
    }

    /** Those of them that the others are, too. */
    Scopes within(Scopes others) {
        if (names.contains(EVERYTHING)) {
            return others;
        }
        return others.names.contains(EVERYTHING)
                ? this
                : new Scopes(names.stream().filter(others.names::contains).collect(Collectors.toSet()));
    }

    /** Their names in order. */
    List<String> inOrder() {
        return List.copyOf(new TreeSet<>(names));
    }

    private static Stream<String> ofGroup(String group) {
        return switch (group) {
            case "admin" -> Stream.of(EVERYTHING);
            case "support" ->
                Stream.of(Scope.APPLICATIONS_READ, Scope.USERS_READ, Scope.USERS_WRITE)
                        .map(Scope::wire);
            case "viewer" ->
                Arrays.stream(Scope.values()).filter(Scope::onlyLooks).map(Scope::wire);
            default -> Scope.ofWire(group).map(Scope::wire).stream();
        };
    }
}
