package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.transfer.ImportRow.Contact;
import dev.rollcall.transfer.ImportRow.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRowTest {

    private static final String ID = "user_2b4nJzqT5CmXw3E5ZCr5h0nV4mO";

    @Test
    void keepsAnIdOfOurFormAndPutsAnyOtherIntoTheExternalId() {
        assertThat(row("'id': '" + ID + "'").id()).contains(ID);
        assertThat(row("'id': '" + ID + "'").user().externalId()).isNull();

        var other = row("'id': 'auth0|123'");
        assertThat(other.id()).isEmpty();
        assertThat(other.identity()).isEqualTo("auth0|123");
        assertThat(other.user().externalId()).isEqualTo("auth0|123");

        var both = row("'id': 'auth0|123', 'external_id': 'mine'");
        assertThat(both.user().externalId()).isEqualTo("mine");
        assertThat(both.ignored()).containsExactly("id");
    }

    @Test
    void everyAddressComesOnceAtItsBestStanding() {
        var row = Files.row("""
                {'primary_email_address': 'B@x.org', 'verified_email_addresses': ['a@x.org', 'b@x.org'],\
                 'unverified_email_addresses': ['A@x.org', 'c@x.org'], 'reserved_email_addresses': ['d@x.org']}""");
        assertThat(row.emails())
                .containsExactly(
                        new Contact("a@x.org", Standing.VERIFIED),
                        new Contact("b@x.org", Standing.VERIFIED),
                        new Contact("d@x.org", Standing.RESERVED),
                        new Contact("c@x.org", Standing.CLAIMED));
        assertThat(row.primary()).isEqualTo("b@x.org");
    }

    @Test
    void anUnverifiedPrimaryAddressIsNotMadePrimary() {
        var row = Files.row(
                "{'primary_email_address': 'c@x.org', 'unverified_email_addresses': ['c@x.org'], 'verified_email_addresses': ['a@x.org']}");
        assertThat(row.primary()).isEqualTo("a@x.org");
    }

    @Test
    void aPrimaryAddressThatNoListSpeaksOfIsVouchedFor() {
        assertThat(row("'locale': 'de'").emails()).containsExactly(new Contact("a@x.org", Standing.VERIFIED));
    }

    @Test
    void takesOverWhatTheFileSaysOfTheUser() {
        var user = row("'first_name': ' Ada ', 'password_digest': '" + Files.BCRYPT
                        + "', 'password_hasher': 'bcrypt', 'public_metadata': {'plan': 'pro'}, 'banned': true,"
                        + " 'created_at': '2012-10-20T07:15:20.902Z'")
                .user();
        assertThat(user.firstName()).isEqualTo("Ada");
        assertThat(user.passwordDigest()).isEqualTo(Files.BCRYPT);
        assertThat(user.publicMetadata()).hasToString("{\"plan\":\"pro\"}");
        assertThat(user.banned()).isTrue();
        assertThat(user.createdAt()).isEqualTo(Instant.parse("2012-10-20T07:15:20.902Z"));
    }

    @Test
    void saysWhatItHasNoPlaceFor() {
        var row = row(
                "'totp_secret': 'JBSWY3DPEHPK3PXP', 'verified_phone_numbers': ['+15555550100'], 'backup_codes': []");
        assertThat(row.ignored()).containsExactly("verified_phone_numbers", "totp_secret");
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "[1] | import_row_malformed | -",
                "{'first_name': 'Ada'} | form_param_nil | primary_email_address",
                "{'primary_email_address': 'nobody'} | form_param_format_invalid | primary_email_address",
                "{'primary_email_address': 'a@x.org', 'shoe_size': 43} | form_param_unknown | shoe_size",
                "{'primary_email_address': 'a@x.org', 'username': 'ada'} | form_param_unknown | username",
                "{'primary_email_address': 'a@x.org', 'banned': 'perhaps'} | form_param_type_invalid | banned",
                "{'primary_email_address': 'a@x.org', 'public_metadata': 'x'} | form_param_type_invalid | public_metadata",
                "{'primary_email_address': 'a@x.org', 'created_at': 'once'} | form_param_format_invalid | created_at",
                "{'primary_email_address': 'a@x.org', 'password_digest': 'x'} | form_param_nil | password_hasher",
                "{'primary_email_address': 'a@x.org', 'password_digest': 'x', 'password_hasher': 'bcrypt'} | form_password_digest_invalid_code | password_digest",
                "{'primary_email_address': 'a@x.org', 'password_digest': 'x', 'password_hasher': 'awscognito'} | form_param_value_invalid | password_hasher",
            })
    void aRowIsRefusedByTheNameOfItsField(String json, String code, String field) {
        assertThatThrownBy(() -> Files.row(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(code);
            assertThat(refusal.meta().get("param_name")).isEqualTo(field);
        });
    }

    private static ImportRow row(String more) {
        return Files.row("{'primary_email_address': 'a@x.org', " + more + "}");
    }

    /** One row with a NUL would keep all those of its chunk from being stored, and the import from ever ending. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'primary_email_address': 'a@b.cc', 'public_metadata': {'a': '\\u0000'}}",
                "{'primary_email_address': 'a@b.cc', 'unsafe_metadata': {'a': {'\\u0000': 1}}}",
                "{'primary_email_address': 'a@b.cc', 'first_name': '\\u0000'}",
                "{'primary_email_address': 'a@b.cc', 'a\\u0000b': 1}"
            })
    void aRowThatPoisonsItsChunkIsRefusedAlone(String json) {
        assertThatThrownBy(() -> Files.row(json)).isInstanceOf(Refusal.class);
    }

    @Test
    void theReportNamesAFieldThatCannotBeStored() {
        var note = new TransferNotes.Note(1, 1, "REFUSED", "code", "a\0b", "a\0b\ud800 " + "x".repeat(1000));
        assertThat(note.field()).isEqualTo("a\uFFFDb");
        assertThat(note.message()).startsWith("a\uFFFDb\uFFFD ").hasSize(500);
    }
}
