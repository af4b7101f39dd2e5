package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users by the file: in from elsewhere, out, and in again. */
class TransfersIT {

    private static final Operator OPERATOR = Operator.platform();

    /** Of {@link Browser#PASSWORD}, by another implementation than ours. */
    private static final String BCRYPT = "$2b$10$FwvwTBB8URMTAvF.LQi8Qu3Vsg97PoN/mFAkwRURQ2SLKy6MvCBSW";

    private static final String CLERK_COLUMNS =
            "id,first_name,last_name,username,primary_email_address,primary_phone_number,verified_email_addresses,"
                    + "unverified_email_addresses,verified_phone_numbers,unverified_phone_numbers,totp_secret,password_digest,"
                    + "password_hasher\n";

    private final Tenant app = OPERATOR.development();

    @Test
    void whoWasAtClerkSignsInWithTheOldPassword() {
        var id = "user_" + "2b4nJzqT5CmXw3E5ZCr5h0nV4mO";
        var done = imported(
                app,
                "clerk_csv",
                CLERK_COLUMNS
                        + id
                        + ",Ada,\"Lovelace, Lady\",,ada@x.org,+15555550100,ada@x.org|countess@x.org,old@x.org,+15555550100,,"
                        + "JBSWY3DPEHPK3PXP," + BCRYPT + ",bcrypt\n");
        assertThat(done.at("/rows_created").asInt()).isEqualTo(1);

        var user = app.backend().get("/v1/users/" + id).ok();
        assertThat(user.text("/last_name")).isEqualTo("Lovelace, Lady");
        assertThat(user.json().findValuesAsText("email_address"))
                .containsExactlyInAnyOrder("ada@x.org", "countess@x.org", "old@x.org");
        var addresses = user.at("/email_addresses");
        assertThat(StreamSupport.stream(addresses.spliterator(), false)
                        .filter(address ->
                                address.at("/verification/status").asText().equals("verified"))
                        .map(address -> address.path("email_address").asText()))
                .containsExactlyInAnyOrder("ada@x.org", "countess@x.org");
        assertThat(user.at("/password_enabled").asBoolean()).isTrue();
        assertThat(app.browser().signIn("countess@x.org", Browser.PASSWORD)).startsWith("sess_");
        assertThat(report(app, done))
                .containsExactly(
                        "2 warning import_field_not_taken_over primary_phone_number",
                        "2 warning import_field_not_taken_over verified_phone_numbers",
                        "2 warning import_field_not_taken_over totp_secret");
    }

    @Test
    void phoneNumbersComeAlongWhereTheInstanceHasThem() {
        var phones = Phones.development();
        var done = imported(
                phones,
                "clerk_csv",
                CLERK_COLUMNS
                        + ",Ada,,,,+12015550123,,,+1 (201) 555-0123|+442079460018,+390612345678,," + BCRYPT
                        + ",bcrypt\n"
                        + ",Eve,,,,+44 20 7946 0018,,,,,,,\n"
                        + ",Bob,,,,2015550123,,,,,,,\n");
        assertThat(done.at("/rows_created").asInt()).isEqualTo(1);
        assertThat(report(phones, done))
                .containsExactly(
                        "3 refused form_identifier_exists verified_phone_numbers",
                        "4 refused form_param_format_invalid primary_phone_number");
        var ada = phones.backend().get("/v1/users?query=Ada").ok();
        assertThat(ada.json().findValuesAsText("phone_number"))
                .containsExactlyInAnyOrder("+12015550123", "+442079460018", "+390612345678");
        for (var phone : ada.at("/0/phone_numbers")) {
            assertThat(phone.path("id").asText().equals(ada.text("/0/primary_phone_number_id")))
                    .isEqualTo(phone.path("phone_number").asText().equals("+12015550123"));
        }
        assertThat(phones.browser().signIn("+442079460018", Browser.PASSWORD)).startsWith("sess_");
        assertThat(phones.backend().get("/v1/users?order_by=-phone_number").ok().text("/0/first_name"))
                .isEqualTo("Ada");
    }

    @Test
    void aRowThatIsWrongIsReportedAndTheOthersGoOn() {
        app.backend().createUser("here@x.org", Browser.PASSWORD);
        var done = imported(
                app,
                "ndjson",
                String.join(
                        "\n",
                        List.of(
                                "{\"id\":\"one\",\"primary_email_address\":\"one@x.org\"}",
                                "{\"primary_email_address\":\"nobody\"}",
                                "",
                                "not json",
                                "{\"primary_email_address\":\"HERE@x.org\"}",
                                "{\"primary_email_address\":\"one@x.org\"}",
                                "{\"primary_email_address\":\"six@x.org\",\"password_digest\":\"x\",\"password_hasher\":\"awscognito\"}",
                                "{\"id\":\"seven\",\"primary_email_address\":\"seven@x.org\"}")));

        assertThat(done.at("/rows_read").asInt()).isEqualTo(7);
        assertThat(done.at("/rows_created").asInt()).isEqualTo(2);
        assertThat(done.at("/rows_refused").asInt()).isEqualTo(5);
        assertThat(report(app, done))
                .containsExactly(
                        "2 refused form_param_format_invalid primary_email_address",
                        "4 refused import_row_malformed null",
                        "5 refused form_identifier_exists verified_email_addresses",
                        "6 refused form_identifier_exists verified_email_addresses",
                        "7 refused form_param_value_invalid password_hasher");
        assertThat(app.backend().get("/v1/users?external_id=seven").ok().json()).hasSize(1);
    }

    /** Poison: what PostgreSQL cannot store in one row would fail its chunk, over and over. */
    @Test
    void aRowWithANulIsRefusedAloneAndTheImportEnds() {
        var done = imported(
                app,
                "ndjson",
                String.join(
                        "\n",
                        List.of(
                                "{\"primary_email_address\":\"one@x.org\"}",
                                "{\"primary_email_address\":\"two@x.org\",\"public_metadata\":{\"a\":\"\\u0000\"}}",
                                "{\"primary_email_address\":\"three@x.org\",\"a\\u0000b\":1}",
                                "{\"primary_email_address\":\"four@x.org\"}")));
        assertThat(done.at("/rows_created").asInt()).isEqualTo(2);
        assertThat(report(app, done))
                .containsExactly(
                        "2 refused form_param_value_invalid public_metadata", "3 refused form_param_unknown null");
    }

    @Test
    void aFileThatIsImportedAgainMakesNobodyTwice() {
        var file = "id,primary_email_address\nauth0|1,one@x.org\nuser_2b4nJzqT5CmXw3E5ZCr5h0nV4mO,two@x.org\n";
        imported(app, "csv", file);
        var again = imported(app, "csv", file);
        assertThat(again.at("/rows_skipped").asInt()).isEqualTo(2);
        assertThat(app.backend().get("/v1/users/count").ok().at("/total_count").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv"})
    void whatOneInstanceGivesOutAnotherTakesIn(String format) {
        var people = IntStream.range(0, 3).mapToObj(n -> "p" + n + "@x.org").toList();
        var ids = people.stream()
                .map(email -> app.backend()
                        .createUser(
                                email,
                                Browser.PASSWORD,
                                "first_name",
                                "N|,\"" + email,
                                "public_metadata",
                                Map.of("a", "b|c"))
                        .text("/id"))
                .toList();
        app.backend()
                .patch("/v1/users/" + ids.get(0), Map.of("external_id", "x-1"))
                .ok();
        var exported =
                app.backend().post("/v1/exports", Map.of("format", format)).ok();
        var path = "/v1/exports/" + exported.text("/id");
        assertThat(awaited(app, path).at("/rows_read").asInt()).isEqualTo(3);
        var file = new String(download(app, path + "/file").body(), StandardCharsets.UTF_8);
        assertThat(file).contains("$argon2id$");

        var other = OPERATOR.development();
        var done = imported(other, format, file);
        assertThat(done.at("/rows_created").asInt()).isEqualTo(3);
        for (int n = 0; n < 3; n++) {
            var before = app.backend().get("/v1/users/" + ids.get(n)).ok();
            var after = other.backend().get("/v1/users/" + ids.get(n)).ok();
            for (var field : List.of(
                    "/first_name",
                    "/external_id",
                    "/public_metadata",
                    "/created_at",
                    "/email_addresses/0/email_address")) {
                assertThat(after.at(field)).as(field).isEqualTo(before.at(field));
            }
            assertThat(other.browser().signIn(people.get(n), Browser.PASSWORD)).startsWith("sess_");
        }
    }

    @Test
    void aFileComesInPartsThatAreCutAnywhere() {
        var file = "id,primary_email_address\n"
                + IntStream.range(0, 1200)
                        .mapToObj(n -> "id-" + n + ",p" + n + "@x.org\n")
                        .collect(Collectors.joining());
        var path = "/v1/imports/"
                + app.backend()
                        .post("/v1/imports", Map.of("format", "csv"))
                        .ok()
                        .text("/id");
        put(app, path + "/parts/2", file.substring(1001)).ok();
        app.backend().post(path + "/start", Map.of()).refused(422, "import_file_incomplete");
        put(app, path + "/parts/1", "not the right one").ok();
        put(app, path + "/parts/1", file.substring(0, 1001)).ok();
        app.backend().post(path + "/start", Map.of()).ok();

        var done = awaited(app, path);
        assertThat(done.at("/rows_created").asInt()).isEqualTo(1200);
        assertThat(done.at("/bytes").asInt()).as("the file is gone").isZero();
        put(app, path + "/parts/3", "x").refused(409, "import_already_started");
        app.backend().post(path + "/start", Map.of()).refused(409, "import_already_started");
        app.backend().post(path + "/cancel", Map.of()).refused(409, "transfer_already_over");
    }

    @Test
    void aFileHasAnEnd() {
        var path = "/v1/imports/"
                + app.backend()
                        .post("/v1/imports", Map.of("format", "csv"))
                        .ok()
                        .text("/id");
        var part = "x".repeat(8 << 20);
        for (int number = 1; number <= 12; number++) {
            put(app, path + "/parts/" + number, part).ok();
        }
        put(app, path + "/parts/13", part).refused(413, "import_file_too_large");
        app.backend().post(path + "/cancel", Map.of()).ok();
    }

    @Test
    void aCancelledImportStaysThatWay() {
        var path = "/v1/imports/"
                + app.backend()
                        .post("/v1/imports", Map.of("format", "csv"))
                        .ok()
                        .text("/id");
        put(app, path + "/parts/1", "id\n").ok();
        assertThat(app.backend().post(path + "/cancel", Map.of()).ok().text("/state"))
                .isEqualTo("cancelled");
        app.backend().post(path + "/start", Map.of()).refused(409, "import_already_started");
        assertThat(app.backend().get("/v1/imports").ok().at("/total_count").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "csv       | shoe_size,id             | Line 1 names a column that is not known: shoe_size.",
                "clerk_csv | Ada,Lovelace,ada@x.org   | Line 1 must name the columns.",
                "csv       | id,first_name~a,\"b      | From line 2 on the file is no CSV in UTF-8.",
            })
    void aFileThatCannotBeReadFailsAsAWhole(String format, String file, String error) {
        var failed = start(app, format, file.replace('~', '\n'));
        var end = awaited(app, "/v1/imports/" + failed.text("/id"));
        assertThat(end.text("/state")).isEqualTo("failed");
        assertThat(end.text("/error")).isEqualTo(error);
    }

    @Test
    void anExportThatIsNotDoneHasNoFile() {
        app.backend()
                .post("/v1/exports", Map.of("format", "clerk_csv"))
                .refused(422, "form_param_value_invalid", "format");
        app.backend().post("/v1/imports", Map.of()).refused(422, "form_param_nil", "format");
        app.backend().get("/v1/exports/exp_none/file").refused(404, "resource_not_found");
    }

    private static Answer imported(Tenant tenant, String format, String file) {
        var end = awaited(tenant, "/v1/imports/" + start(tenant, format, file).text("/id"));
        assertThat(end.text("/state")).as("%s", end.text("/error")).isEqualTo("done");
        return end;
    }

    private static Answer start(Tenant tenant, String format, String file) {
        return Wire.send(request(tenant, "/v1/imports?format=" + format)
                        .header("Content-Type", format.equals("ndjson") ? "application/x-ndjson" : "text/csv")
                        .POST(BodyPublishers.ofString(file)))
                .ok();
    }

    private static Answer put(Tenant tenant, String path, String part) {
        return Wire.send(request(tenant, path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString(part)));
    }

    private static Answer download(Tenant tenant, String path) {
        return Wire.send(request(tenant, path).GET()).ok();
    }

    private static Answer awaited(Tenant tenant, String path) {
        return Eventually.see(path, () -> tenant.backend().get(path).ok(), now -> !List.of("queued", "running")
                .contains(now.text("/state")));
    }

    private static List<String> report(Tenant tenant, Answer done) {
        var body =
                download(tenant, "/v1/imports/" + done.text("/id") + "/report").body();
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .map(TransfersIT::summary)
                .toList();
    }

    private static String summary(String line) {
        try {
            var note = Wire.JSON.readTree(line);
            var field = note.has("field") ? note.path("field").asText() : "null";
            return note.path("line").asText() + " " + note.path("outcome").asText() + " "
                    + note.path("code").asText() + " " + field;
        } catch (java.io.IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static HttpRequest.Builder request(Tenant tenant, String path) {
        return HttpRequest.newBuilder(URI.create(Rollcall.url() + path))
                .header("Authorization", "Bearer " + tenant.secretKey());
    }
}
