package dev.rollcall.message;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Scoped;
import dev.rollcall.domain.DomainNames;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.job.JobAdmin;
import dev.rollcall.json.Json;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import dev.rollcall.template.Medium;
import dev.rollcall.template.MessageText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The messages of an instance in the hands of its operators: look, and send anew what has failed. */
@Stateless
public class MessageAdmin {

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    @Inject
    private JobAdmin jobs;

    @Inject
    private AuditLog audit;

    /**
     * Messages, newest first; {@code to_email_address}, {@code to_phone_number}, {@code channel}, {@code status}, {@code slug}, {@code
     * user_id} and {@code job_id} narrow the list.
     */
    public Paged<MessageView> list(Instance instance, Input query) {
        var page = Page.of(query);
        var data = wanted(instance, query)
                .orderedBy("e.createdAt desc, e.id desc")
                .page(page.limit(), page.offset())
                .list()
                .stream()
                .map(this::open)
                .toList();
        noteRead(instance, data);
        return new Paged<>(data, wanted(instance, query).count());
    }

    /** One message. */
    public MessageView get(Instance instance, String id) {
        var message = open(
                rows.find(Message.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal));
        audit.record(instance.id(), AuditAct.of("message.read", "message", id));
        return message;
    }

    /** Sends a failed message anew, by its old job, with all of its attempts; one whose code has expired is of no use to anybody. */
    public MessageView replay(Instance instance, String id) {
        var message =
                rows.lock(Message.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (message.status() != MessageStatus.FAILED || message.jobId() == null || message.isExpired(clock.now())) {
            throw MessageProblem.MESSAGE_NOT_REPLAYABLE.refusal();
        }
        jobs.replay(instance, message.jobId());
        return get(instance, id);
    }

    /** Whoever has read a letter may have used what it says: which of them were shown is written down. */
    private void noteRead(Instance instance, List<MessageView> shown) {
        if (!shown.isEmpty()) {
            var ids =
                    Json.createArrayBuilder(shown.stream().map(MessageView::id).toList());
            audit.record(
                    instance.id(),
                    AuditAct.of("messages.read", "instance", instance.id())
                            .changing(
                                    null,
                                    Json.createObjectBuilder().add("ids", ids).build()));
        }
    }

    private Scoped<Message> wanted(Instance instance, Input query) {
        var messages = rows.of(Message.class, instance.id());
        query.text("to_email_address").ifPresent(address -> to(messages, Medium.EMAIL, address));
        query.text("to_phone_number").ifPresent(number -> to(messages, Medium.SMS, number));
        named(query, "channel", Medium.values(), Medium::wire)
                .ifPresent(medium -> messages.where("e.medium = :medium").with("medium", medium));
        named(query, "status", MessageStatus.values(), MessageStatus::wire)
                .ifPresent(status -> messages.where("e.status = :status").with("status", status));
        query.text("slug").ifPresent(slug -> messages.where("e.slug = :slug").with("slug", slug));
        query.text("user_id")
                .ifPresent(user -> messages.where("e.userId = :user").with("user", user));
        query.text("job_id").ifPresent(job -> messages.where("e.jobId = :job").with("job", job));
        return messages;
    }

    private static void to(Scoped<Message> messages, Medium medium, String recipient) {
        var typed = recipient.toLowerCase(Locale.ROOT);
        var local = typed.substring(0, typed.lastIndexOf('@') + 1);
        var domain = typed.substring(local.length());
        messages.where("(lower(e.recipient) = :typed or lower(e.recipient) = :ascii or lower(e.recipient) = :readable)"
                        + " and e.medium = :to") // an address was written to as its owner gave it
                .with("typed", typed)
                .with("ascii", local + DomainNames.ascii(domain).orElse(domain))
                .with("readable", local + DomainNames.readable(domain).orElse(domain))
                .with("to", medium);
    }

    private static <E> Optional<E> named(Input query, String name, E[] all, Function<E, String> wire) {
        return query.text(name).map(text -> Arrays.stream(all)
                .filter(each -> wire.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    var known = List.of(all).stream().map(wire).toList();
                    return CommonProblem.FORM_PARAM_VALUE_INVALID
                            .refusal(name)
                            .saying(name + " must be one of: " + String.join(", ", known) + ".");
                }));
    }

    private MessageView open(Message message) {
        return Messages.view(message, MessageText.of(sealer.open(message.sealed(), message.sealContext())));
    }
}
