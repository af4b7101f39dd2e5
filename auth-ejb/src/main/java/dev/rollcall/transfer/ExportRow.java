package dev.rollcall.transfer;

import dev.rollcall.crypto.PasswordHash;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.json.Json;
import dev.rollcall.user.StoredUser;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A user as a file has it; {@link ImportRow} reads the same back. What there is nothing to say of is left out. */
final class ExportRow {

    static final List<String> FIELDS = List.of(
            "id",
            "external_id",
            "first_name",
            "last_name",
            "username",
            "locale",
            "primary_email_address",
            "verified_email_addresses",
            "unverified_email_addresses",
            "reserved_email_addresses",
            "primary_phone_number",
            "verified_phone_numbers",
            "unverified_phone_numbers",
            "reserved_phone_numbers",
            "password_digest",
            "password_hasher",
            "public_metadata",
            "private_metadata",
            "unsafe_metadata",
            "banned",
            "locked",
            "delete_self_enabled",
            "create_organization_enabled",
            "create_organizations_limit",
            "bypass_client_trust",
            "legal_accepted_at",
            "created_at");

    private ExportRow() {}

    static JsonObject of(StoredUser stored, List<Identified> named) {
        var user = stored.user();
        var row = Json.createObjectBuilder().add("id", stored.id());
        Stream.of(
                        new Text("external_id", user.externalId()),
                        new Text("first_name", user.firstName()),
                        new Text("last_name", user.lastName()),
                        new Text("username", username(named)),
                        new Text("locale", user.locale()),
                        new Text("primary_email_address", primary(stored.primaryEmailAddressId(), named)),
                        new Text("primary_phone_number", primary(stored.primaryPhoneNumberId(), named)),
                        new Text("password_digest", digest(user.passwordDigest())),
                        new Text("password_hasher", hasher(user.passwordDigest())),
                        new Text("legal_accepted_at", Objects.toString(user.legalAcceptedAt(), null)),
                        new Text("created_at", user.createdAt().toString()))
                .filter(text -> text.value() != null)
                .forEach(text -> row.add(text.name(), text.value()));
        contacts(row, named, IdentifierType.EMAIL_ADDRESS, "email_addresses");
        contacts(row, named, IdentifierType.PHONE_NUMBER, "phone_numbers");
        row.add("public_metadata", user.publicMetadata())
                .add("private_metadata", user.privateMetadata())
                .add("unsafe_metadata", user.unsafeMetadata())
                .add("banned", user.banned())
                .add("locked", user.locked())
                .add("delete_self_enabled", user.deleteSelfEnabled())
                .add("create_organization_enabled", user.createOrganizationEnabled())
                .add("bypass_client_trust", user.bypassClientTrust());
        if (user.createOrganizationsLimit() != null) {
            row.add("create_organizations_limit", user.createOrganizationsLimit());
        }
        return row.build();
    }

    private record Text(String name, String value) {}

    private static String username(List<Identified> named) {
        return first(named, i -> i.type() == IdentifierType.USERNAME);
    }

    private static String primary(String id, List<Identified> named) {
        return first(named, i -> i.id().equals(id));
    }

    private static String first(List<Identified> named, Predicate<Identified> which) {
        return named.stream()
                .filter(which)
                .map(Identified::identifier)
                .findFirst()
                .orElse(null);
    }

    private static String digest(String stored) {
        return stored == null ? null : PasswordHash.bare(stored);
    }

    private static String hasher(String digest) {
        return digest == null ? null : PasswordHash.of(digest).wire();
    }

    private static void contacts(JsonObjectBuilder row, List<Identified> named, IdentifierType type, String name) {
        var ofType = named.stream().filter(i -> i.type() == type).toList();
        row.add("verified_" + name, some(ofType, Identified::verified))
                .add("unverified_" + name, some(ofType, i -> !i.verified() && !i.reserved()))
                .add("reserved_" + name, some(ofType, i -> !i.verified() && i.reserved()));
    }

    private static JsonArrayBuilder some(List<Identified> named, Predicate<Identified> which) {
        var array = Json.createArrayBuilder();
        named.stream().filter(which).forEach(i -> array.add(i.identifier()));
        return array;
    }
}
