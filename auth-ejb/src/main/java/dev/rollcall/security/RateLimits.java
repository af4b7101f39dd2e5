package dev.rollcall.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Refuses whoever asks too often, whichever node they ask. What is allowed comes back steadily: of five in ten seconds all five may come
 * at once, and then one every two seconds. One statement counts; a subject that is known to be refused costs none.
 *
 * <p>Ask before a transaction begins: a refusal must not take its count back, and whoever waits here must hold nothing.
 */
@ApplicationScoped
public class RateLimits {

    private static final int REMEMBERED = 100_000;

    /** Of a limit with many requests, a node takes so many parts of it at a time, and has a second to use them. */
    private static final int PORTIONS = 50;

    /** From how many networks an identifier may be named as often as from one. A household has few; who has hundreds must not have them all. */
    private static final int NETWORKS = 5;

    private static final Duration PORTION_LASTS = Duration.ofSeconds(1);

    private final Cache<String, Long> refusedUntil =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, AtomicInteger> portions = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(PORTION_LASTS)
            .build();

    /** Who asks again and again to be let in costs two statements a minute. */
    private final Cache<String, Boolean> owns = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    @Inject
    private ServerConfig config;

    @Inject
    private OwnClients ownClients;

    @Inject
    private RateCounter counter;

    /** Counts a request of the Frontend API by the address that it comes from. */
    public void take(Caller caller, Limit limit) {
        take(caller, limit, Network.of(caller.request().ip()));
    }

    /**
     * Counts a request by the identifier that it names: by the network that it comes from, and by all networks together, which may ask
     * {@value #NETWORKS} times as often. A client on which the identifier's owner has signed in before has the limit for itself, so that nobody
     * keeps people out by naming them.
     *
     * @param canonical the identifier as it is compared
     */
    public void takeNamed(Caller caller, Limit limit, String canonical) {
        try {
            take(caller, limit, canonical + " " + Network.of(caller.request().ip()));
            take(caller, limit, NETWORKS, canonical);
        } catch (Refusal refused) {
            if (!isOwn(caller, canonical)) {
                throw refused;
            }
            take(caller, limit, canonical + " at home");
        }
    }

    private boolean isOwn(Caller caller, String canonical) {
        var shown =
                caller.credentials().clientToken().or(() -> caller.credentials().devBrowser());
        return shown.isPresent()
                && owns.get(
                        Secrets.hash(caller.instanceId() + " " + shown.get() + " " + canonical),
                        key -> ownClients.isOwn(caller, canonical));
    }

    /** Counts a request of the Frontend API by a subject, for example an identifier. Automated tests are not counted. */
    public void take(Caller caller, Limit limit, String subject) {
        if (!caller.request().tested()) {
            take(caller.instance(), limit, subject);
        }
    }

    private void take(Caller caller, Limit limit, int times, String subject) {
        if (!caller.request().tested()) {
            take(caller.instance(), limit, times, subject);
        }
    }

    /** Counts a request. One too many is refused, with the seconds after which the next one will not be. */
    public void take(Instance instance, Limit limit, String subject) {
        take(instance, limit, 1, subject);
    }

    private void take(Instance instance, Limit limit, int times, String subject) {
        var setting = limit.of(instance.settings()).times(times);
        if (setting.requests() == 0 || !enforced(instance)) {
            return;
        }
        var id = limit.wire() + ":" + Secrets.hash(subject);
        var key = instance.id() + "/" + id;
        refuseKnown(key);
        if (takenFromPortion(key)) {
            return;
        }
        var period = Duration.ofSeconds(setting.seconds());
        int portion = Math.max(1, setting.requests() / PORTIONS);
        if (portion > 1 && counter.take(instance.id(), id, portion, setting.requests(), period)) {
            portions.put(key, new AtomicInteger(portion - 1));
            return;
        }
        if (!counter.take(instance.id(), id, 1, setting.requests(), period)) {
            var wait = counter.untilNext(instance.id(), id, setting.requests(), period);
            refusedUntil.put(key, System.nanoTime() + wait.toNanos());
            throw refusal(wait.toNanos());
        }
    }

    private boolean enforced(Instance instance) {
        return switch (instance.settings().protection().rateLimits().mode()) {
            case "on" -> true;
            case "off" -> false;
            default -> !"off".equals(config.text("ROLLCALL_RATE_LIMITS").orElse("on"));
        };
    }

    private void refuseKnown(String key) {
        var until = refusedUntil.getIfPresent(key);
        if (until != null) {
            long left = until - System.nanoTime();
            if (left > 0) {
                throw refusal(left);
            }
            refusedUntil.invalidate(key);
        }
    }

    private boolean takenFromPortion(String key) {
        var left = portions.getIfPresent(key);
        return left != null && left.getAndDecrement() > 0;
    }

    private static Refusal refusal(long waitNanos) {
        long seconds = Duration.ofNanos(waitNanos).plusMillis(999).toSeconds();
        return CommonProblem.TOO_MANY_REQUESTS.refusal().after(Duration.ofSeconds(Math.max(1, seconds)));
    }
}
