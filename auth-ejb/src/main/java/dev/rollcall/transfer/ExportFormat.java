package dev.rollcall.transfer;

import jakarta.json.JsonObject;

/** How users are written into a file. */
interface ExportFormat {

    /** What comes before all users. */
    String head();

    /** One user, with the end of the line. */
    String line(JsonObject user);
}
