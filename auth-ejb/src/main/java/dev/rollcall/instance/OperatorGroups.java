package dev.rollcall.instance;

import dev.rollcall.data.Rows;
import dev.rollcall.input.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/**
 * The groups that people of the operators' instance are in: what their public metadata, which only the backend changes, has under
 * {@code groups}. They are the groups of MicroProfile JWT in that instance's tokens; those of all other instances have none, and cost no
 * statement for it.
 */
@ApplicationScoped
public class OperatorGroups {

    private static final int MOST = 50;

    private static final String SQL = """
            select cast(u.public_metadata -> 'groups' as text) from users u
             where u.instance_id = ?1 and u.id = ?2 and not u.banned""";

    @Inject
    private OperatorInstance operators;

    @Inject
    private Rows rows;

    /** The groups for a token of this instance's user; empty where the instance is not the operators'. */
    public Optional<List<String>> of(Instance instance, String userId) {
        return operators.is(instance) ? Optional.of(now(instance.id(), userId)) : Optional.empty();
    }

    /** What a person may do now. Nothing, if they are gone or banned, or if their instance is not the operators' any more. */
    Scopes scopesOf(String instanceId, String userId) {
        boolean operates =
                operators.find().filter(i -> i.id().equals(instanceId)).isPresent();
        return Scopes.ofGroups(operates ? now(instanceId, userId) : List.of());
    }

    /** The names in a JSON array of groups; none in anything else, or in null. */
    public static List<String> read(String json) {
        return Optional.ofNullable(json)
                .flatMap(JsonText::array)
                .map(array -> array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(name -> ((JsonString) name).getString())
                        .limit(MOST)
                        .toList())
                .orElse(List.of());
    }

    private List<String> now(String instanceId, String userId) {
        return rows.sql(instanceId, SQL).with(userId).list().stream()
                .findFirst()
                .map(row -> read((String) row[0]))
                .orElse(List.of());
    }
}
