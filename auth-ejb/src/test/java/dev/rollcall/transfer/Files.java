package dev.rollcall.transfer;

import dev.rollcall.instance.EnvironmentType;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Files as tests write them. */
final class Files {

    static final String BCRYPT = "$2b$10$spU37hfKvA6bXGGIAh8Wv.gf8uLGXD2q665Fnct3pCQuGqrpk6t1G";

    static final Instance INSTANCE = new Instance(
            "ins_1",
            "app_1",
            "App",
            EnvironmentType.DEVELOPMENT,
            "app-1",
            "app-1.clerk.accounts.dev",
            "http://localhost:9080",
            null,
            "pk_test_x",
            InstanceSettings.defaults(EnvironmentType.DEVELOPMENT),
            1);

    private Files() {}

    static FileRecords ndjson(String... lines) {
        return new NdjsonRecords(new StringReader(String.join("\n", lines).replace('\'', '"')));
    }

    static FileRecords csv(String text) {
        return new CsvRecords(new StringReader(text), false);
    }

    static FileRecords clerkCsv(String text) {
        return new CsvRecords(new StringReader(text), true);
    }

    static List<FileRecord> all(FileRecords records) {
        var all = new ArrayList<FileRecord>();
        for (var next = records.next(); next.isPresent(); next = records.next()) {
            all.add(next.get());
        }
        return all;
    }

    /** The one row of a file of one JSON object. */
    static ImportRow row(String json) {
        return ImportRow.of(INSTANCE, ndjson(json).next().orElseThrow());
    }
}
