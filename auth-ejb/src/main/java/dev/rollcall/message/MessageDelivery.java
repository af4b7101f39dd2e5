package dev.rollcall.message;

import dev.rollcall.channel.Channels;
import dev.rollcall.channel.Letter;
import dev.rollcall.channel.Postman;
import dev.rollcall.channel.Way;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.job.Job;
import dev.rollcall.job.JobHandler;
import dev.rollcall.job.Outcome;
import dev.rollcall.template.MessageText;
import dev.rollcall.template.Senders;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Delivers one message, by the way that its instance has now. The message says what became of it. A message may arrive twice, under one
 * {@code Message-ID}, where this node dies between the channel's answer and its record.
 */
@ApplicationScoped
class MessageDelivery implements JobHandler {

    static final String TYPE = "message.deliver";
    static final String MESSAGE = "message_id";

    /** What is to be done, found in one short transaction. */
    private sealed interface Step {

        record Nothing(Outcome outcome) implements Step {}

        record Send(Way way, Letter letter) implements Step {}
    }

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private Transactions transactions;

    @Inject
    private InstanceService instances;

    @Inject
    private Channels channels;

    @Inject
    private Senders senders;

    @Inject
    private Postman postman;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public CompletionStage<Outcome> run(Job job) {
        var step = transactions.required(() -> step(job));
        if (step instanceof Step.Send send) {
            // what carries letters runs on threads of the network, and the record is written on another one
            return postman.send(send.way(), send.letter()).thenApplyAsync(outcome -> recorded(job, outcome), executor);
        }
        return CompletableFuture.completedFuture(((Step.Nothing) step).outcome());
    }

    @Override
    public void gaveUp(Job job, String error) {
        change(job, message -> {
            if (message.status() != MessageStatus.DELIVERED) {
                message.failed(error, clock.now());
            }
        });
    }

    private Step step(Job job) {
        var instance = instances.byId(job.instanceId());
        var found = message(job);
        if (instance.isEmpty() || found.isEmpty()) {
            return new Step.Nothing(Outcome.done()); // deleted in the meantime
        }
        var message = found.get();
        if (message.status() != MessageStatus.QUEUED && message.status() != MessageStatus.FAILED) {
            return new Step.Nothing(Outcome.done());
        }
        if (message.isExpired(clock.now())) {
            return new Step.Nothing(Outcome.hopeless("expired"));
        }
        var way = channels.of(instance.get(), message.medium());
        return switch (way.fate()) {
            case CARRIED -> new Step.Send(way, letter(instance.get(), message, way));
            case CAPTURED -> {
                message.capture();
                yield new Step.Nothing(Outcome.done());
            }
            case HANDED_OVER -> {
                message.handOver();
                yield new Step.Nothing(Outcome.done());
            }
            case WAITING -> {
                message.missed("no channel is configured");
                yield new Step.Nothing(Outcome.failed("no " + message.medium().wire() + " channel is configured"));
            }
        };
    }

    private Letter letter(Instance instance, Message message, Way way) {
        var text = MessageText.of(sealer.open(message.sealed(), message.sealContext()));
        var replyTo = text.replyTo() == null ? null : senders.address(instance, text.replyTo());
        return new Letter(
                message.id(),
                senders.shownName(instance),
                postman.from(instance, way, text.from()),
                replyTo,
                message.recipient(),
                text.subject(),
                text.body(),
                text.bodyPlain(),
                message.createdAt(),
                "whatsapp".equals(text.data().getString("channel", null)));
    }

    private Outcome recorded(Job job, Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            change(job, message -> message.delivered(clock.now()));
        } else if (outcome instanceof Outcome.Failed failed) {
            change(job, message -> message.missed(failed.error()));
        }
        return outcome;
    }

    private void change(Job job, Consumer<Message> change) {
        transactions.required(() -> {
            rows.lock(Message.class, job.instanceId(), job.payload().getString(MESSAGE))
                    .ifPresent(change);
            return null;
        });
    }

    private Optional<Message> message(Job job) {
        return rows.find(Message.class, job.instanceId(), job.payload().getString(MESSAGE));
    }
}
