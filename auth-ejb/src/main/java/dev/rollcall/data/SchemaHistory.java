package dev.rollcall.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * What Flyway has written down in the database, held against the migrations that came along. Where they are the same there is nothing to
 * migrate, and a start need not wait for Flyway itself, which takes the better part of a second to find that out.
 */
public final class SchemaHistory {

    private static final String FOLDER = "db/";
    private static final String MARKER = FOLDER + "flyway.location";

    private SchemaHistory() {}

    /** The schema's version, if each of our migrations has been run on this database as it is written, and no other. */
    static Optional<String> versionIfCurrent(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!exists(connection)) {
                return Optional.empty();
            }
            var version = Optional.<String>empty();
            var run = new HashMap<String, Integer>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select version, script, checksum, success"
                            + " from flyway_schema_history order by installed_rank")) {
                while (rows.next()) {
                    if (!rows.getBoolean("success")) {
                        return Optional.empty();
                    }
                    version = Optional.ofNullable(rows.getString("version"));
                    run.put(rows.getString("script"), rows.getInt("checksum"));
                }
            }
            return run.equals(written()) ? version : Optional.empty();
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** The scripts that came along, with their checksums as Flyway reckons them. */
    public static Map<String, Integer> written() {
        var loader = SchemaHistory.class.getClassLoader();
        try {
            return scripts(loader.getResource(MARKER)).stream()
                    .collect(Collectors.toMap(
                            script -> script, script -> checksum(loader.getResource(FOLDER + script))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class loader cannot list: so this looks into the jar, or, while developing, the directory that the marker is in. */
    private static Set<String> scripts(URL marker) throws IOException {
        var place = marker.getPath();
        int inside = place.indexOf("!/");
        if (inside < 0) {
            try (var files = Files.list(Path.of(URI.create("file:" + place)).getParent())) {
                return files.map(file -> file.getFileName().toString())
                        .filter(SchemaHistory::isMigration)
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        }
        try (var jar =
                new JarFile(Path.of(URI.create(place.substring(0, inside))).toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()))
                    .filter(SchemaHistory::isMigration)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isMigration(String name) {
        return name.matches("V\\d+__\\w+\\.sql");
    }

    private static int checksum(URL script) {
        var sum = new CRC32();
        try (var lines = new BufferedReader(new InputStreamReader(script.openStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) sum.getValue();
    }
}
