package dev.rollcall.token;

import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.OperatorInstance;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.Optional;

/**
 * The groups of MicroProfile JWT in tokens of the operators' instance: what an operator's public metadata, which only the backend changes,
 * has under {@code groups}. Tokens of all other instances have none, and cost no statement for it.
 */
@ApplicationScoped
class OperatorGroups {

    private static final String SQL = """
            select g.name
              from users u,
                   jsonb_array_elements_text(case jsonb_typeof(u.public_metadata -> 'groups')
                       when 'array' then u.public_metadata -> 'groups' else '[]' end) as g(name)
             where u.instance_id = ?1 and u.id = ?2 and g.name is not null
             limit 50""";

    @Inject
    private OperatorInstance operators;

    @Inject
    private Rows rows;

    Optional<JsonArray> of(Instance instance, String userId) {
        if (!operators.is(instance)) {
            return Optional.empty();
        }
        var groups = Json.createArrayBuilder();
        rows.sql(instance.id(), SQL).with(userId).list().forEach(row -> groups.add((String) row[0]));
        return Optional.of(groups.build());
    }
}
