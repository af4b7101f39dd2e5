package dev.rollcall.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;

/** Sends HTTP requests to other people's servers. Redirects are not followed, and a name is resolved once: the address that was checked is the one connected to. */
@ApplicationScoped
public class Outbound {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int NAME_THREADS = 64;
    private static final int NAMES_WAITING = 10_000;

    @Inject
    private Addresses addresses;

    private CloseableHttpAsyncClient client;
    private ExecutorService names;
    private final Map<Name, CompletableFuture<List<InetAddress>>> asked = new ConcurrentHashMap<>();

    /** What is asked of the name service: many requests to one host ask once, so that a slow answer holds one thread. */
    private record Name(String host, Reach reach) {}

    /** For the container; tests use {@link #Outbound(Addresses)}. */
    public Outbound() {}

    Outbound(Addresses addresses) {
        this.addresses = addresses;
        start();
    }

    @PostConstruct
    void start() {
        client = HttpClients.started();
        names = nameThreads();
    }

    @PreDestroy
    void stop() {
        client.close(CloseMode.IMMEDIATE);
        names.shutdownNow();
    }

    /**
     * Sends a request; no thread waits for the answer. Completes exceptionally with an {@link OutboundFailure}. What depends on the
     * answer runs on a thread of the network: hand anything slow to another one.
     */
    public CompletableFuture<OutboundAnswer> send(OutboundRequest request) {
        var uri = request.uri();
        if (!isSendable(uri)) {
            return CompletableFuture.failedFuture(new OutboundFailure("this is no HTTP URL", true, null));
        }
        var exchange = new Exchange(client, request);
        resolveAndSend(exchange, request);
        return exchange.answer()
                .orTimeout(request.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> {
                    exchange.abandon();
                    return CompletableFuture.failedFuture(Failures.of(failure));
                });
    }

    private void resolveAndSend(Exchange exchange, OutboundRequest request) {
        var name = new Name(request.uri().getHost(), request.reach());
        var fresh = new CompletableFuture<List<InetAddress>>();
        var known = asked.putIfAbsent(name, fresh);
        CompletionStage<List<InetAddress>> answer = known == null ? fresh : known;
        answer.whenComplete((addresses, failure) -> {
            if (failure == null) {
                send(exchange, addresses);
            } else {
                exchange.fail(failure);
            }
        });
        if (known == null) {
            resolve(name, fresh);
        }
    }

    private void resolve(Name name, CompletableFuture<List<InetAddress>> answer) {
        try {
            names.execute(() -> {
                try {
                    var found = addresses.of(name.host, name.reach);
                    asked.remove(name);
                    answer.complete(found);
                } catch (RuntimeException e) {
                    asked.remove(name);
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            asked.remove(name);
            answer.completeExceptionally(new OutboundFailure("too many names are being resolved", false, e));
        }
    }

    /** Nobody waits any more for what took longer than its time. */
    private static void send(Exchange exchange, List<InetAddress> addresses) {
        if (!exchange.answer().isDone()) {
            try {
                exchange.send(addresses);
            } catch (RuntimeException e) {
                exchange.fail(e);
            }
        }
    }

    /** A user name in a URL is there to make it look like another one. */
    private static boolean isSendable(URI uri) {
        return uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    /** The JDK resolves names by waiting for them: on threads of their own, so that nobody else waits. */
    private static ExecutorService nameThreads() {
        var threads = new ThreadPoolExecutor(
                NAME_THREADS, NAME_THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(NAMES_WAITING), task -> {
                    var thread = new Thread(task, "outbound-names");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
