package dev.rollcall.user;

import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import java.time.Instant;
import java.util.Optional;

/** What a request changes of a user's own columns. Identifiers, passwords, pictures and metadata have their own ways. */
public record UserChanges(
        Change<String> externalId,
        Change<String> firstName,
        Change<String> lastName,
        Change<String> locale,
        Optional<Boolean> deleteSelfEnabled,
        Optional<Boolean> createOrganizationEnabled,
        Change<Integer> createOrganizationsLimit,
        Optional<Boolean> bypassClientTrust,
        Change<Instant> legalAcceptedAt,
        Optional<Instant> createdAt) {

    /** What users may change of themselves: their names. */
    public static UserChanges ofSelf(Input form) {
        return new UserChanges(
                new Change.Absent<>(),
                Names.change(form, "first_name"),
                Names.change(form, "last_name"),
                new Change.Absent<>(),
                Optional.empty(),
                Optional.empty(),
                new Change.Absent<>(),
                Optional.empty(),
                new Change.Absent<>(),
                Optional.empty());
    }
}
