package dev.rollcall.outbound;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;

/** One request under way: to the first of its host's addresses that takes the connection. */
final class Exchange {

    private static final int MOST_ADDRESSES = 3;

    /** Headers that HTTP itself sets; one of a tenant's could smuggle a second request (RFC 9112 §11.2). */
    private static final Set<String> FRAMING = Set.of(
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final CloseableHttpAsyncClient client;
    private final OutboundRequest request;
    private final CompletableFuture<OutboundAnswer> answer = new CompletableFuture<>();
    private final long startedAt = System.nanoTime();
    private volatile Future<?> underWay;

    Exchange(CloseableHttpAsyncClient client, OutboundRequest request) {
        this.client = client;
        this.request = request;
    }

    CompletableFuture<OutboundAnswer> answer() {
        return answer;
    }

    /** Sends it to one of these addresses, which were checked. */
    void send(List<InetAddress> addresses) {
        send(addresses.stream().limit(MOST_ADDRESSES).iterator());
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Nobody waits any more: what is still under way loses its connection. */
    void abandon() {
        var exchange = underWay;
        if (exchange != null) {
            exchange.cancel(true);
        }
    }

    private void send(Iterator<InetAddress> left) {
        var uri = request.uri();
        var host = new HttpHost(uri.getScheme(), left.next(), uri.getHost(), uri.getPort());
        underWay = client.execute(
                host,
                producer(),
                new AnswerReader(answer, startedAt, request.timeout(), request.kept()),
                null,
                null,
                new FutureCallback<Void>() {

                    @Override
                    public void completed(Void nothing) {
                        // the reader has completed the answer
                    }

                    @Override
                    public void failed(Exception failure) {
                        if (left.hasNext() && isNoConnection(failure) && !answer.isDone()) {
                            send(left);
                        } else {
                            answer.completeExceptionally(failure);
                        }
                    }

                    @Override
                    public void cancelled() {
                        answer.cancel(false);
                    }
                });
        if (answer.isDone()) {
            abandon();
        }
    }

    private AsyncRequestProducer producer() {
        var builder = AsyncRequestBuilder.create(request.method()).setUri(request.uri());
        request.headers().entrySet().stream()
                .filter(header -> !FRAMING.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> builder.setHeader(header.getKey(), header.getValue()));
        if (request.body() != null) {
            builder.setEntity(request.body(), contentType());
        }
        return builder.build();
    }

    private ContentType contentType() {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .map(header -> ContentType.parse(header.getValue()))
                .findFirst()
                .orElse(ContentType.APPLICATION_OCTET_STREAM);
    }

    private static boolean isNoConnection(Exception failure) {
        return failure instanceof HttpHostConnectException || failure instanceof ConnectTimeoutException;
    }
}
