package dev.rollcall.channel;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads that wait for mail servers, apart from those that answer requests and run the queue: a server that hangs holds up nobody else.
 * The bulkheads before them say how many there can be.
 */
@ApplicationScoped
class SmtpThreads {

    @Resource
    private ManagedThreadFactory factory;

    private ExecutorService threads;

    @PostConstruct
    void start() {
        threads = new ThreadPoolExecutor(0, 256, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    <T> CompletableFuture<T> run(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, (Executor) threads);
    }
}
