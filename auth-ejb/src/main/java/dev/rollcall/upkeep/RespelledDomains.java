package dev.rollcall.upkeep;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Database;
import dev.rollcall.domain.DomainNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes the domains of addresses in the one form in which they are compared and shown, where they were kept in another. An address that
 * somebody else has in that form stays as it is, and operators are told once; it is tried again at each run, for they may have decided.
 */
@ApplicationScoped
class RespelledDomains implements Sweep {

    private static final Logger LOG = Logger.getLogger(RespelledDomains.class.getName());

    private static final String DUE = """
            select id, instance_id, subject, subject_id, clashed_at is not null from respelling
             order by clashed_at nulls first, id limit ? for update skip locked""";
    private static final String CLASHED = "update respelling set clashed_at = ? where id = ?";
    private static final String DONE = "delete from respelling where id = ?";

    /** Where addresses are kept, and which other row {@code o} an address cannot stand beside. */
    private enum Subject {
        IDENTIFICATION(
                "identification",
                "identifier",
                "o.type = t.type and ((o.verified or o.reserved) and (t.verified or t.reserved) or o.user_id = t.user_id)"),
        INVITATION(
                "invitation",
                "email_address",
                "o.status = 'PENDING' and t.status = 'PENDING' and not o.additional and not t.additional"),
        WAITLIST_ENTRY("waitlist_entry", "email_address", "true");

        private final String read;
        private final String write;

        Subject(String table, String column, String excludes) {
            read = "select %s, canonical from %s where instance_id = ? and id = ? for update".formatted(column, table);
            write = """
                    update %1$s t set %2$s = ?, canonical = ? where t.instance_id = ? and t.id = ?
                       and not exists (select from %1$s o where o.instance_id = t.instance_id and o.canonical = ?
                                          and o.id <> t.id and %3$s)""".formatted(table, column, excludes);
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Due(long id, String instanceId, Subject subject, String subjectId, boolean told) {}

    private record Spelling(String shown, String canonical) {

        Spelling today() {
            return new Spelling(readable(shown), readable(canonical));
        }

        private static String readable(String address) {
            int domain = address.lastIndexOf('@') + 1;
            return DomainNames.readable(address.substring(domain))
                    .map(name -> address.substring(0, domain) + name)
                    .orElse(address);
        }
    }

    @Inject
    private Database database;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "respelled_domains";
    }

    @Override
    public boolean serverWide() {
        return true;
    }

    /** Answers how many have been settled or told of; those that clash still are none of them. */
    @Override
    public int sweep(String instanceId, int atMost) {
        var due = database.query(
                DUE,
                statement -> statement.setInt(1, atMost),
                row -> new Due(
                        row.getLong(1),
                        row.getString(2),
                        Subject.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getBoolean(5)));
        return (int) due.stream().filter(this::isSettled).count();
    }

    private boolean isSettled(Due due) {
        var found = read(due);
        if (found.isEmpty() || isWritten(due, found.get(0))) {
            database.update(DONE, row -> row.setLong(1, due.id));
            return true;
        }
        if (due.told) {
            return false;
        }
        tell(due);
        return true;
    }

    private List<Spelling> read(Due due) {
        return database.query(
                due.subject.read,
                statement -> {
                    statement.setString(1, due.instanceId);
                    statement.setString(2, due.subjectId);
                },
                row -> new Spelling(row.getString(1), row.getString(2)));
    }

    private boolean isWritten(Due due, Spelling found) {
        var today = found.today();
        return today.equals(found)
                || database.update(due.subject.write, row -> {
                            row.setString(1, today.shown);
                            row.setString(2, today.canonical);
                            row.setString(3, due.instanceId);
                            row.setString(4, due.subjectId);
                            row.setString(5, today.canonical);
                        })
                        > 0;
    }

    private void tell(Due due) {
        database.update(CLASHED, row -> {
            row.setTimestamp(1, Timestamp.from(clock.real()));
            row.setLong(2, due.id);
        });
        audit.record(
                due.instanceId, AuditAct.of(due.subject.wire() + ".spelling_clash", due.subject.wire(), due.subjectId));
        LOG.log(
                Level.WARNING,
                "{0} {1} of {2} is an address that another one has in its readable spelling: nobody finds it until one of"
                        + " them goes",
                new Object[] {due.subject.wire(), due.subjectId, due.instanceId});
    }
}
