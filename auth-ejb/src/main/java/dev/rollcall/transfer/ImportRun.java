package dev.rollcall.transfer;

import dev.rollcall.error.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads a file of users, and makes them. What has been read before is read again and passed over, which is quick. */
final class ImportRun implements TransferRun {

    private static final int ATTEMPTS = 3;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final TransferRuns.Mine mine;
    private final ImportWriter writer;
    private final TransferFormat format;
    private long toPass;
    private FileRecords records;
    private String broken;
    private boolean lost;

    ImportRun(TransferRuns.Mine mine, TransferFormat format, long read, ImportWriter writer) {
        this.mine = mine;
        this.format = format;
        this.toPass = read;
        this.writer = writer;
    }

    @Override
    public Optional<Object> next() {
        if (lost) {
            return Optional.empty();
        }
        try {
            if (records == null) {
                records = open();
            }
            for (; toPass > 0; toPass--) {
                records.next();
            }
            return records.next().map(this::judged);
        } catch (BrokenFile e) {
            broken = e.getMessage();
            return Optional.empty();
        }
    }

    /** Somebody else may take an identifier between our question and our answer; then it is asked again. */
    @Override
    public void write(List<Object> items) {
        var judged = items.stream().map(Judged.class::cast).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                lost = !mine.whileMine(transfer -> writer.write(mine.instance(), transfer, judged));
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !mine.clashed(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void finish() {
        if (lost) {
            return;
        }
        if (broken == null) {
            mine.finished();
        } else {
            mine.failed(broken);
        }
    }

    private Judged judged(FileRecord record) {
        try {
            return new Judged(record.line(), Optional.of(ImportRow.of(mine.instance(), record)), Optional.empty());
        } catch (Refusal refusal) {
            return new Judged(record.line(), Optional.empty(), Optional.of(refusal));
        }
    }

    private FileRecords open() {
        var reader = text();
        return format == TransferFormat.NDJSON
                ? new NdjsonRecords(reader)
                : new CsvRecords(reader, format == TransferFormat.CLERK_CSV);
    }

    private Reader text() {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new PushbackReader(new InputStreamReader(new PartsStream(mine::part), decoder));
        try {
            int first = reader.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                reader.unread(first);
            }
            return reader;
        } catch (IOException e) {
            throw new BrokenFile("The file is not UTF-8.");
        }
    }
}
