package dev.rollcall.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Keeps the beginning of an answer. What comes after it is read and dropped, so that the connection can be used again; of a body that
 * is endless, or that comes in drops for longer than the request may take, the connection is dropped.
 */
final class AnswerReader extends AbstractBinResponseConsumer<Void> {

    private static final int PIECE = 4096;
    private static final int MOST_READ = 256 * 1024;

    private final CompletableFuture<OutboundAnswer> answer;
    private final long startedAt;
    private final Duration timeout;
    private final int kept;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status;
    private int read;

    AnswerReader(CompletableFuture<OutboundAnswer> answer, long startedAt, Duration timeout, int kept) {
        this.answer = answer;
        this.startedAt = startedAt;
        this.timeout = timeout;
        this.kept = kept;
    }

    @Override
    protected void start(HttpResponse response, ContentType contentType) {
        status = response.getCode();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
    }

    @Override
    protected int capacityIncrement() {
        return PIECE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws IOException {
        read += source.remaining();
        var piece = new byte[Math.min(kept - body.size(), source.remaining())];
        source.get(piece);
        body.writeBytes(piece);
        source.position(source.limit());
        if (body.size() == kept) {
            complete();
        }
        if (read > MOST_READ || System.nanoTime() - startedAt > timeout.toNanos()) {
            throw new IOException("the body is too long");
        }
    }

    @Override
    protected Void buildResult() {
        complete();
        return null;
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 100 and 103 say nothing that we wait for
    }

    @Override
    public void releaseResources() {
        // nothing is held but memory
    }

    private void complete() {
        answer.complete(new OutboundAnswer(
                status, Map.copyOf(headers), text(), Duration.ofNanos(System.nanoTime() - startedAt)));
    }

    /** PostgreSQL keeps no NUL in a text. */
    private String text() {
        return body.toString(StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
