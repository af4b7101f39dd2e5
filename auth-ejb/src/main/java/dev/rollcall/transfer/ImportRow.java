package dev.rollcall.transfer;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.factor.PasswordDigests;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings.Attribute;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.user.Metadata;
import dev.rollcall.user.Names;
import dev.rollcall.user.NewUser;
import dev.rollcall.user.UserInput;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row that a user can be made of: it keeps the rules of creating one, but for what was required of them. People are taken over as
 * they are; a password that is missing is set by a reset.
 *
 * @param id the user's id elsewhere, if it has the form of ours
 * @param identity an id elsewhere of another form, kept as the external id; null for none
 * @param primary null for none
 * @param primaryPhone null for none
 * @param ignored fields that there is no place for
 */
record ImportRow(
        long line,
        Optional<String> id,
        String identity,
        NewUser user,
        List<Contact> emails,
        String primary,
        List<Contact> phones,
        String primaryPhone,
        Optional<String> username,
        List<String> ignored) {

    static final Set<String> LISTS = Set.of(
            "verified_email_addresses",
            "unverified_email_addresses",
            "reserved_email_addresses",
            "verified_phone_numbers",
            "unverified_phone_numbers",
            "reserved_phone_numbers",
            "backup_codes");

    static final Set<String> FLAGS =
            Set.of("banned", "locked", "delete_self_enabled", "create_organization_enabled", "bypass_client_trust");

    static final Set<String> TIMES = Set.of("legal_accepted_at", "created_at");

    static final Set<String> KNOWN = Set.of(
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
            "totp_secret",
            "backup_codes",
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

    private static final List<String> NO_PLACE = List.of("totp_secret", "backup_codes");
    private static final List<String> PHONES = List.of(
            "primary_phone_number", "verified_phone_numbers", "unverified_phone_numbers", "reserved_phone_numbers");

    private static final Pattern OUR_ID = Pattern.compile("user_[0-9A-Za-z]{27}");
    private static final int MOST_CONTACTS = 100;

    /** How an address or a number stands to its owner. */
    enum Standing {
        VERIFIED,
        RESERVED,
        CLAIMED
    }

    /** An address or a number the user comes with. */
    record Contact(String identifier, Standing standing) {}

    /** Reads a record, or refuses it. */
    static ImportRow of(Instance instance, FileRecord record) {
        var fields = record.fields()
                .orElseThrow(TransferProblem.IMPORT_ROW_MALFORMED::refusal)
                .only(KNOWN);
        refuseDisabled(instance, fields);
        var emails = contacts(fields, "email_address", "email_addresses", Identifiers::emailAddress);
        boolean hasPhones = instance.settings().attributes().phoneNumber().enabled();
        var phones =
                hasPhones ? contacts(fields, "phone_number", "phone_numbers", PhoneNumbers::e164) : List.<Contact>of();
        var username = fields.text("username")
                .filter(name -> !name.isBlank())
                .map(name -> Identifiers.username(name, instance.settings().username()));
        if (emails.isEmpty() && phones.isEmpty() && username.isEmpty()) {
            throw Input.missing("primary_email_address");
        }
        var given = UserInput.text(fields, "id").applyTo(null);
        var id = Optional.ofNullable(given).filter(i -> OUR_ID.matcher(i).matches());
        var identity = id.isPresent() ? null : given;
        var externalId = UserInput.text(fields, "external_id").applyTo(identity);
        var ignored = new ArrayList<>(record.unknown());
        (hasPhones ? NO_PLACE.stream() : Stream.concat(PHONES.stream(), NO_PLACE.stream()))
                .filter(name -> !fields.list(name).isEmpty())
                .forEach(ignored::add);
        if (identity != null && !identity.equals(externalId)) {
            ignored.add("id"); // there is room for one of them
        }
        return new ImportRow(
                record.line(),
                id,
                identity == null ? null : externalId,
                user(instance, fields, externalId),
                emails,
                primary(fields, "primary_email_address", emails),
                phones,
                primary(fields, "primary_phone_number", phones),
                username,
                ignored);
    }

    private static NewUser user(Instance instance, Input fields, String externalId) {
        var actions = instance.settings().actions();
        return new NewUser(
                externalId,
                Names.change(fields, "first_name").applyTo(null),
                Names.change(fields, "last_name").applyTo(null),
                UserInput.text(fields, "locale").applyTo(null),
                digest(fields),
                metadata(fields, "public_metadata"),
                metadata(fields, "private_metadata"),
                metadata(fields, "unsafe_metadata"),
                fields.flag("banned", false),
                fields.flag("locked", false),
                fields.flag("delete_self_enabled", actions.deleteSelf()),
                fields.flag("create_organization_enabled", actions.createOrganization()),
                UserInput.organizationsLimit(fields).applyTo(null),
                fields.flag("bypass_client_trust", false),
                UserInput.time(fields, "legal_accepted_at").applyTo(null),
                UserInput.time(fields, "created_at").applyTo(null));
    }

    private static String digest(Input fields) {
        return fields.text("password_digest")
                .filter(d -> !d.isEmpty())
                .map(d -> PasswordDigests.stored(d, fields.required("password_hasher")))
                .orElse(null);
    }

    private static JsonObject metadata(Input fields, String name) {
        return fields.object(name).map(m -> Metadata.checked(m, name)).orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    /** Each address or number once, at its best standing; a primary one in no list is vouched for by whoever sends the file. */
    private static List<Contact> contacts(
            Input fields, String one, String many, BiFunction<String, String, String> read) {
        var contacts = new LinkedHashMap<String, Contact>();
        add(contacts, fields, "verified_" + many, Standing.VERIFIED, read);
        add(contacts, fields, "reserved_" + many, Standing.RESERVED, read);
        add(contacts, fields, "unverified_" + many, Standing.CLAIMED, read);
        add(contacts, fields, "primary_" + one, Standing.VERIFIED, read);
        if (contacts.size() > MOST_CONTACTS) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("verified_" + many)
                    .saying("A user has at most " + MOST_CONTACTS + " " + many + ".");
        }
        return List.copyOf(contacts.values());
    }

    private static void add(
            LinkedHashMap<String, Contact> contacts,
            Input fields,
            String name,
            Standing standing,
            BiFunction<String, String, String> read) {
        for (var text : fields.list(name)) {
            if (!text.isBlank()) {
                var identifier = read.apply(text, name);
                contacts.putIfAbsent(Identifiers.canonical(identifier), new Contact(identifier, standing));
            }
        }
    }

    /** The primary one if it is verified, as it has to be, else the first one that is. */
    private static String primary(Input fields, String name, List<Contact> contacts) {
        var wanted = fields.text(name).map(Identifiers::canonical).orElse("");
        var possible = contacts.stream()
                .filter(e -> e.standing() != Standing.CLAIMED)
                .map(Contact::identifier)
                .toList();
        return possible.stream()
                .filter(a -> Identifiers.canonical(a).equals(wanted))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElse(null);
    }

    private static void refuseDisabled(Instance instance, Input fields) {
        var attributes = instance.settings().attributes();
        refuse(fields, "primary_email_address", attributes.emailAddress());
        refuse(fields, "verified_email_addresses", attributes.emailAddress());
        refuse(fields, "username", attributes.username());
        refuse(fields, "password_digest", attributes.password());
        refuse(fields, "first_name", attributes.firstName());
        refuse(fields, "last_name", attributes.lastName());
    }

    private static void refuse(Input fields, String name, Attribute attribute) {
        if (!attribute.enabled() && fields.list(name).stream().anyMatch(v -> !v.isBlank())) {
            throw disabled(name);
        }
    }

    private static Refusal disabled(String name) {
        return CommonProblem.FORM_PARAM_UNKNOWN.refusal(name).saying(name + " is not enabled on this instance.");
    }
}
