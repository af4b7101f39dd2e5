package dev.rollcall.identifier;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Identifications by the hundred. */
@ApplicationScoped
public class BulkIdentifications {

    /** What may be taken: an identifier of a kind. */
    public record Name(IdentifierType type, String canonical) {

        /** The name that this identifier is. */
        public static Name of(IdentifierType type, String identifier) {
            return new Name(type, Identifiers.canonical(identifier));
        }
    }

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** Those of the names that users have, or that are kept for them. */
    public Set<Name> taken(Instance instance, Collection<Name> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        var found = rows
                .of(Identification.class, instance.id())
                .where("e.canonical in :names and (e.verified = true or e.reserved = true)")
                .with("names", names.stream().map(Name::canonical).collect(Collectors.toSet()))
                .list()
                .stream()
                .map(Identification::seen)
                .map(i -> Name.of(i.type(), i.identifier()))
                .toList();
        return new HashSet<>(found);
    }

    /** Adds identifications of users that are in the database. */
    public void add(Instance instance, List<NewIdentification> all) {
        for (var wanted : all) {
            var identification = new Identification(
                    instance.id(), wanted.id(), wanted.userId(), wanted.type(), wanted.identifier(), clock.now());
            if (wanted.verified()) {
                identification.verifiedBy(wanted.verificationId(), clock.now());
            }
            if (wanted.reserved()) {
                identification.reserve();
            }
            rows.add(identification);
        }
        rows.flush();
    }
}
