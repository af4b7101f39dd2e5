package dev.rollcall.transfer;

import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.user.BulkUsers;
import dev.rollcall.user.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes all users into a file, by id, some hundred a part. Who comes or goes meanwhile may be in it or not. */
final class ExportRun implements TransferRun {

    private static final int USERS = 500;

    private final TransferRuns.Mine mine;
    private final ExportFormat format;
    private final BulkUsers users;
    private final IdentificationService identifications;
    private String last;
    private boolean first;
    private boolean over;
    private boolean lost;

    ExportRun(
            TransferRuns.Mine mine,
            TransferFormat format,
            String last,
            BulkUsers users,
            IdentificationService identifications) {
        this.mine = mine;
        this.format = format == TransferFormat.NDJSON ? new NdjsonExport() : new CsvExport();
        this.last = last == null ? "" : last;
        this.first = last == null;
        this.users = users;
        this.identifications = identifications;
    }

    /** Some users behind the last ones. */
    private record Some(List<StoredUser> users, byte[] content) {}

    @Override
    public Optional<Object> next() {
        return over || lost ? Optional.empty() : Optional.of(USERS);
    }

    /** Read and written in one transaction: it is the write that moves on. */
    @Override
    public void write(List<Object> items) {
        lost = !mine.whileMine(transfer -> {
            var some = some();
            if (some.content().length > 0) {
                mine.putPart(transfer, some.content());
            }
            if (!some.users().isEmpty()) {
                last = some.users().get(some.users().size() - 1).id();
                transfer.exported(some.users().size(), last);
            }
            first = false;
            over = some.users().size() < USERS;
        });
    }

    @Override
    public void finish() {
        if (!lost) {
            mine.finished();
        }
    }

    private Some some() {
        var found = users.after(mine.instance(), last, USERS);
        var named = identifications
                .of(mine.instance().id(), found.stream().map(StoredUser::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Identified::userId));
        var text = new StringBuilder(first ? format.head() : "");
        found.forEach(user -> text.append(format.line(ExportRow.of(user, named.getOrDefault(user.id(), List.of())))));
        return new Some(found, text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
