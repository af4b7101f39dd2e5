package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.Refusal;
import dev.rollcall.identifier.BulkIdentifications.Name;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.NewIdentification;
import dev.rollcall.transfer.TransferNotes.Note;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportBatchTest {

    private static final String ID = "user_2b4nJzqT5CmXw3E5ZCr5h0nV4mO";

    @Test
    void whoIsHereByIdIsSkipped() {
        var batch = batch(Set.of(ID), Set.of("auth0|1"), Set.of());
        add(batch, "{'id': '" + ID + "', 'primary_email_address': 'a@x.org'}");
        add(batch, "{'id': 'auth0|1', 'primary_email_address': 'b@x.org'}");
        assertThat(batch.skipped()).isEqualTo(2);
        assertThat(batch.users()).isEmpty();
        assertThat(batch.notes()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasIsRefused() {
        var batch = batch(Set.of(), Set.of("taken"), Set.of(new Name(IdentifierType.EMAIL_ADDRESS, "a@x.org")));
        add(batch, "{'primary_email_address': 'A@x.org'}");
        add(batch, "{'primary_email_address': 'b@x.org', 'external_id': 'taken'}");
        assertThat(batch.refused()).isEqualTo(2);
        assertThat(batch.notes())
                .extracting(Note::code)
                .containsExactly("form_identifier_exists", "external_id_exists");
    }

    @Test
    void aRowIsInTheWayOfThoseBehindIt() {
        var batch = batch(Set.of(), Set.of(), Set.of());
        add(batch, "{'id': '" + ID + "', 'primary_email_address': 'a@x.org', 'external_id': 'e'}");
        add(batch, "{'id': '" + ID + "', 'primary_email_address': 'b@x.org'}");
        add(batch, "{'primary_email_address': 'a@x.org'}");
        add(batch, "{'primary_email_address': 'c@x.org', 'external_id': 'e'}");
        assertThat(batch.users()).hasSize(1);
        assertThat(batch.skipped()).isEqualTo(1);
        assertThat(batch.refused()).isEqualTo(2);
    }

    @Test
    void anUnverifiedAddressThatSomebodyElseHasIsLeftOutWithAWarning() {
        var batch = batch(Set.of(), Set.of(), Set.of(new Name(IdentifierType.EMAIL_ADDRESS, "b@x.org")));
        add(batch, "{'primary_email_address': 'a@x.org', 'unverified_email_addresses': ['b@x.org', 'c@x.org']}");
        assertThat(batch.identifications())
                .extracting(NewIdentification::identifier)
                .containsExactly("c@x.org", "a@x.org");
        assertThat(batch.warnings()).isEqualTo(1);
        assertThat(batch.refused()).isZero();
    }

    @Test
    void unverifiedClaimsOfSeveralPeopleDoNotClash() {
        var batch = batch(Set.of(), Set.of(), Set.of());
        add(batch, "{'primary_email_address': 'a@x.org', 'unverified_email_addresses': ['c@x.org']}");
        add(batch, "{'primary_email_address': 'b@x.org', 'unverified_email_addresses': ['c@x.org']}");
        assertThat(batch.users()).hasSize(2);
        assertThat(batch.notes()).isEmpty();
    }

    @Test
    void thePrimaryAddressIsVerifiedAndNamesTheUser() {
        var batch = batch(Set.of(), Set.of(), Set.of());
        add(batch, "{'primary_email_address': 'b@x.org', 'verified_email_addresses': ['a@x.org', 'b@x.org']}");
        var primary = batch.identifications().get(1);
        assertThat(primary.identifier()).isEqualTo("b@x.org");
        assertThat(primary.verificationId()).isEqualTo("ver_1");
        assertThat(batch.users().get(0).primaryEmailAddressId()).isEqualTo(primary.id());
    }

    @Test
    void severalWarningsOfOneRowAreToldApart() {
        var batch = batch(Set.of(), Set.of(), Set.of());
        add(
                batch,
                "{'primary_email_address': 'a@x.org', 'totp_secret': 'JBSWY3DPEHPK3PXP', 'primary_phone_number': '+1'}");
        assertThat(batch.notes()).extracting(Note::number).containsExactly(1, 2);
        assertThat(batch.notes()).extracting(Note::field).containsExactly("primary_phone_number", "totp_secret");
        assertThat(batch.notes().toString()).doesNotContain("JBSWY3DPEHPK3PXP");
    }

    private static ImportBatch batch(Set<String> ids, Set<String> externalIds, Set<Name> names) {
        return new ImportBatch(new ImportBatch.Here(ids, externalIds, names), () -> "ver_1");
    }

    private static void add(ImportBatch batch, String json) {
        try {
            batch.add(new Judged(1, Optional.of(Files.row(json)), Optional.empty()));
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.longMessage(), refusal);
        }
    }
}
