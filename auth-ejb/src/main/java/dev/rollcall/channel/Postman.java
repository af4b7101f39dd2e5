package dev.rollcall.channel;

import dev.rollcall.channel.Destinations.Visit;
import dev.rollcall.instance.Instance;
import dev.rollcall.job.Outcome;
import dev.rollcall.template.Medium;
import dev.rollcall.template.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Gives a letter to its carrier through the guards that stand before it, and tells what that means for the job. A letter that a guard
 * turns away was not tried: it waits and loses no attempt.
 */
@ApplicationScoped
public class Postman {

    private static final long BREAKER_MILLIS = 5000;
    private static final long FULL_MILLIS = 500;

    @Inject
    private ServerCarriers server;

    @Inject
    private OwnCarriers own;

    @Inject
    private Destinations destinations;

    @Inject
    private ChannelHealth health;

    @Inject
    private Senders senders;

    /** For the container; tests use {@link #Postman(OwnCarriers, Destinations)}. */
    Postman() {}

    Postman(OwnCarriers own, Destinations destinations) {
        this.own = own;
        this.destinations = destinations;
    }

    /** The address that a letter from this name bears, on this way: the carrier may insist on one. */
    public String from(Instance instance, Way way, String name) {
        var insisted = way.carrier().from();
        if (insisted != null) {
            return insisted;
        }
        return way.isOwn() ? senders.address(instance, name) : senders.ofServer(instance, name);
    }

    /** Sends a letter; no thread of the caller waits. */
    public CompletionStage<Outcome> send(Way way, Letter letter) {
        if (!letter.isAddressed()) {
            return CompletableFuture.completedFuture(
                    Outcome.hopeless("an address of the letter is none that a mail server knows"));
        }
        return way.isOwn() ? byOwn(way, letter) : byServer(way.medium(), way.carrier(), letter);
    }

    private CompletionStage<Outcome> byServer(Medium medium, Carrier carrier, Letter letter) {
        var stage = medium == Medium.EMAIL ? server.email(carrier, letter) : server.sms(carrier, letter);
        return stage.handle((receipt, failure) -> {
            var cause = Unwrapped.cause(failure);
            if (cause instanceof CircuitBreakerOpenException) {
                health.turnedAway(medium);
            } else if (cause instanceof BulkheadException) {
                health.full(medium);
            } else if (cause == null) {
                health.answered(medium);
            }
            return outcome(receipt, cause);
        });
    }

    private CompletionStage<Outcome> byOwn(Way way, Letter letter) {
        var carrier = way.carrier();
        var visit = new Visit(way.account() + "/" + way.medium(), carrier.destination(), letter.id());
        var wait = destinations.enter(visit);
        if (wait.isPresent()) {
            return CompletableFuture.completedFuture(Outcome.postponed(
                    "the instance's own channel is busy or was failing",
                    jittered(wait.get().toMillis())));
        }
        return own.carry(carrier, letter).handle((receipt, failure) -> {
            var cause = Unwrapped.cause(failure);
            if (cause instanceof BulkheadException) {
                destinations.turnedAway(visit);
            } else {
                destinations.left(visit, cause == null);
            }
            return outcome(receipt, cause);
        });
    }

    private static Outcome outcome(Receipt receipt, Throwable cause) {
        if (cause == null) {
            return outcome(receipt);
        }
        if (cause instanceof CircuitBreakerOpenException) {
            return Outcome.postponed("the channel's circuit breaker is open", jittered(BREAKER_MILLIS));
        }
        if (cause instanceof BulkheadException) {
            return Outcome.postponed("too many messages are under way", jittered(FULL_MILLIS));
        }
        if (cause instanceof TimeoutException) {
            return Outcome.failed("the channel did not answer in time");
        }
        return cause instanceof ChannelTrouble trouble
                ? new Outcome.Failed(trouble.getMessage(), trouble.notBefore())
                : Outcome.failed(cause.getClass().getSimpleName());
    }

    private static Outcome outcome(Receipt receipt) {
        if (receipt instanceof Receipt.Refused refused) {
            return Outcome.hopeless(refused.reason());
        }
        return receipt instanceof Receipt.Later later ? Outcome.failed(later.reason()) : Outcome.done();
    }

    /** Those that waited together need not come back together. */
    private static Duration jittered(long millis) {
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }
}
