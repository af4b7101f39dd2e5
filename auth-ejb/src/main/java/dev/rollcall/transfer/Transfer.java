package dev.rollcall.transfer;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** An import or an export of users, and how far it has come. */
@Entity
class Transfer extends Row {

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private TransferFormat format;

    @Enumerated(EnumType.STRING)
    private TransferState state;

    private String runner;

    @Column(name = "rows_read")
    private long rowsRead;

    @Column(name = "rows_created")
    private long rowsCreated;

    @Column(name = "rows_skipped")
    private long rowsSkipped;

    @Column(name = "rows_refused")
    private long rowsRefused;

    private long warnings;

    @Column(name = "last_user_id")
    private String lastUserId;

    private String error;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Transfer() {}

    Transfer(String instanceId, Direction direction, TransferFormat format, Instant now) {
        super(instanceId, Ids.next(direction.prefix()));
        this.direction = direction;
        this.format = format;
        this.state = direction == Direction.IMPORT ? TransferState.UPLOADING : TransferState.QUEUED;
        this.createdAt = now;
    }

    void refuseUnlessUploading() {
        if (state != TransferState.UPLOADING) {
            throw TransferProblem.IMPORT_ALREADY_STARTED.refusal();
        }
    }

    void queue() {
        refuseUnlessUploading();
        state = TransferState.QUEUED;
    }

    void cancel(Instant now) {
        if (state.isOver()) {
            throw TransferProblem.TRANSFER_ALREADY_OVER.refusal();
        }
        end(TransferState.CANCELLED, now);
    }

    /** Whoever runs it runs it from now on alone. */
    void run(String newRunner, Instant now) {
        state = TransferState.RUNNING;
        runner = newRunner;
        startedAt = startedAt == null ? now : startedAt;
    }

    boolean isRunBy(String someRunner) {
        return state == TransferState.RUNNING && someRunner.equals(runner);
    }

    boolean isOver() {
        return state.isOver();
    }

    /** Rows of a file have been dealt with. */
    void imported(int created, int skipped, int refused, int newWarnings) {
        rowsRead += created + skipped + refused;
        rowsCreated += created;
        rowsSkipped += skipped;
        rowsRefused += refused;
        warnings += newWarnings;
    }

    /** Users have been written to the file, up to this one. */
    void exported(int count, String upTo) {
        rowsRead += count;
        lastUserId = upTo;
    }

    void finished(Instant now) {
        end(TransferState.DONE, now);
    }

    void failed(String why, Instant now) {
        error = why;
        end(TransferState.FAILED, now);
    }

    private void end(TransferState how, Instant now) {
        state = how;
        runner = null;
        finishedAt = now;
    }

    TransferView view(long bytes) {
        return new TransferView(
                direction.wire(),
                id,
                format.wire(),
                state,
                bytes,
                rowsRead,
                rowsCreated,
                rowsSkipped,
                rowsRefused,
                warnings,
                error,
                createdAt.toEpochMilli(),
                startedAt == null ? null : startedAt.toEpochMilli(),
                finishedAt == null ? null : finishedAt.toEpochMilli());
    }

    Direction direction() {
        return direction;
    }

    TransferFormat format() {
        return format;
    }

    TransferState state() {
        return state;
    }

    long rowsRead() {
        return rowsRead;
    }

    String lastUserId() {
        return lastUserId;
    }
}
