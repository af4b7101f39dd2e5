package dev.rollcall.incontainer;

import dev.rollcall.data.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own beside that of the server under test: its schema, one instance, and no workers but the test's. */
final class QueueDatabase {

    private static final String NAME = "queue_it";

    private QueueDatabase() {}

    static PGSimpleDataSource create() throws SQLException {
        var source = new PGSimpleDataSource();
        try (var server = EmbeddedPostgres.connect()) {
            EmbeddedPostgres.execute(server, "drop database if exists " + NAME + " with (force)");
            EmbeddedPostgres.execute(server, "create database " + NAME);
            source.setUrl(server.getMetaData().getURL().replaceFirst("/rollcall$", "/" + NAME));
        }
        source.setUser("postgres");
        source.setPassword("postgres");
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(source.getUrl(), "postgres", "postgres")) {
            EmbeddedPostgres.execute(connection, """
                    insert into application (id, name, created_at, updated_at) values ('app_1', 'App', now(), now());
                    insert into instance (id, application_id, environment_type, slug, frontend_host, standard, settings,
                                          settings_version, created_at, updated_at)
                    values ('ins_1', 'app_1', 'DEVELOPMENT', 's', 'h', false, '{}', 1, now(), now())""");
        }
        return source;
    }
}
