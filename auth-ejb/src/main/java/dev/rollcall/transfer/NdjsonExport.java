package dev.rollcall.transfer;

import jakarta.json.JsonObject;

/** A JSON object on each line. */
final class NdjsonExport implements ExportFormat {

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(JsonObject user) {
        return user + "\n";
    }
}
