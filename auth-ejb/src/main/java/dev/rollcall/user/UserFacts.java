package dev.rollcall.user;

import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.page.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.Timestamp;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a token may say of its user: by the names that shortcodes have for it, in one statement and without a transaction. Private metadata is
 * not among it, whoever writes the template: a token is read by the browser that holds it.
 */
@ApplicationScoped
public class UserFacts {

    private static final String SQL = """
            select u.external_id, u.first_name, u.last_name, u.locale,
                   cast(u.public_metadata as text), cast(u.unsafe_metadata as text),
                   u.image_id, u.created_at, u.updated_at, u.last_sign_in_at,
                   e.identifier, e.verified,
                   (select n.identifier from identification n
                     where n.instance_id = u.instance_id and n.user_id = u.id and n.type = 'USERNAME' limit 1),
                   exists (select from identification v
                     where v.instance_id = u.instance_id and v.user_id = u.id and v.type = 'EMAIL_ADDRESS' and v.verified),
                   p.identifier, p.verified,
                   exists (select from identification w
                     where w.instance_id = u.instance_id and w.user_id = u.id and w.type = 'PHONE_NUMBER' and w.verified)
              from users u
              left join identification p on p.instance_id = u.instance_id and p.id = u.primary_phone_number_id
              left join identification e on e.instance_id = u.instance_id and e.id = u.primary_email_address_id
             where u.instance_id = ?1 and u.id = ?2""";

    @Inject
    private Rows rows;

    /** The facts; empty if there is no such user. */
    public Optional<JsonObject> of(Instance instance, String userId) {
        return rows.sql(instance.id(), SQL).with(userId).list().stream()
                .findFirst()
                .map(row -> facts(instance, userId, row));
    }

    private static JsonObject facts(Instance instance, String userId, Object[] row) {
        var fullName = Stream.of(row[1], row[2])
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .collect(Collectors.joining(" "));
        var facts = new Payload()
                .add("id", userId)
                .add("external_id", (String) row[0])
                .add("first_name", (String) row[1])
                .add("last_name", (String) row[2])
                .add("full_name", fullName.isBlank() ? null : fullName)
                .add("username", (String) row[12])
                .add("locale", (String) row[3])
                .add("public_metadata", json(row[4]))
                .add("unsafe_metadata", json(row[5]))
                .add("image_url", UserViews.imageUrl(instance, userId, (String) row[6]))
                .add("has_image", row[6] != null)
                .add("primary_email_address", (String) row[10])
                .add("email_verified", Boolean.TRUE.equals(row[11]))
                .add("has_verified_email", Boolean.TRUE.equals(row[13]))
                .add("primary_phone_number", (String) row[14])
                .add("phone_number_verified", Boolean.TRUE.equals(row[15]))
                .add("has_verified_phone", Boolean.TRUE.equals(row[16]))
                .add("two_factor_enabled", false)
                .add("created_at", seconds(row[7]))
                .add("updated_at", seconds(row[8]));
        return row[9] == null
                ? facts.build()
                : facts.add("last_sign_in_at", seconds(row[9])).build();
    }

    private static JsonObject json(Object text) {
        try (var reader = Json.createReader(new StringReader((String) text))) {
            return reader.readObject();
        }
    }

    private static long seconds(Object time) {
        return ((Timestamp) time).toInstant().getEpochSecond();
    }
}
