package dev.rollcall.user;

import dev.rollcall.data.Rows;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.message.Addressee;
import dev.rollcall.message.Addressees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** Tells messages whom they go to. */
@ApplicationScoped
class UserAddressees implements Addressees {

    @Inject
    private Rows rows;

    @Inject
    private IdentificationService identifications;

    @Override
    public Addressee find(Instance instance, String userId, String address) {
        if (userId == null) {
            return Addressee.stranger();
        }
        var wanted = Identifiers.canonical(address);
        var addressId = identifications.of(instance.id(), List.of(userId)).stream()
                .filter(i -> i.type() != IdentifierType.USERNAME
                        && Identifiers.canonical(i.identifier()).equals(wanted))
                .map(Identified::id)
                .findFirst();
        var user = rows.find(User.class, instance.id(), userId).map(UserAddressees::facts);
        return new Addressee(addressId.orElse(null), user.orElse(JsonObject.EMPTY_JSON_OBJECT));
    }

    private static JsonObject facts(User user) {
        return Json.createObjectBuilder()
                .add("first_name", Objects.requireNonNullElse(user.firstName(), ""))
                .add("last_name", Objects.requireNonNullElse(user.lastName(), ""))
                .add("public_metadata", user.publicMetadata())
                .add("public_metadata_fallback", "")
                .build();
    }
}
