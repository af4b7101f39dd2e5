package dev.rollcall.transfer;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The files of transfers, in sealed parts. */
@ApplicationScoped
class TransferParts {

    private static final String PUT = """
            insert into transfer_part (instance_id, transfer_id, number, size, sealed) values (?1, ?2, ?3, ?4, ?5)
                on conflict (instance_id, transfer_id, number) do update set size = excluded.size, sealed = excluded.sealed""";

    private static final String GET =
            "select sealed from transfer_part where instance_id = ?1 and transfer_id = ?2 and number = ?3";

    private static final String EXTENT = """
            select count(*), coalesce(max(number), 0), coalesce(sum(size), 0)
              from transfer_part where instance_id = ?1 and transfer_id = ?2""";

    private static final String DELETE = "delete from transfer_part where instance_id = ?1 and transfer_id = ?2";

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    /** How much of a file there is. */
    record Extent(long parts, int highest, long bytes) {

        boolean isWhole() {
            return parts > 0 && parts == highest;
        }
    }

    void put(Transfer transfer, int number, byte[] content) {
        var sealed = sealer.sealBytes(content, context(transfer.instanceId(), transfer.id(), number));
        rows.sql(transfer.instanceId(), PUT)
                .with(transfer.id(), number, content.length, sealed)
                .run();
    }

    Optional<byte[]> get(String instanceId, String transferId, int number) {
        return rows.sql(instanceId, GET).with(transferId, number).list().stream()
                .findFirst()
                .map(row -> sealer.openBytes((byte[]) row[0], context(instanceId, transferId, number)));
    }

    Extent extent(String instanceId, String transferId) {
        var row = rows.sql(instanceId, EXTENT).with(transferId).list().get(0);
        return new Extent(((Number) row[0]).longValue(), ((Number) row[1]).intValue(), ((Number) row[2]).longValue());
    }

    void delete(Transfer transfer) {
        rows.sql(transfer.instanceId(), DELETE).with(transfer.id()).run();
    }

    private static String context(String instanceId, String transferId, int number) {
        return "transfer_part/" + instanceId + "/" + transferId + "/" + number;
    }
}
