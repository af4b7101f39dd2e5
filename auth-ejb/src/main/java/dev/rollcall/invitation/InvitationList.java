package dev.rollcall.invitation;

import dev.rollcall.data.Scoped;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.page.Page;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which invitations are wanted, and in which order.
 *
 * @param order a clause of ours, chosen by what the request names
 */
record InvitationList(Optional<InvitationStatus> status, Optional<String> text, String order, Page page, Instant now) {

    private static final Map<String, String> COLUMNS =
            Map.of("created_at", "e.createdAt", "email_address", "e.canonical", "expires_at", "e.expireAt");

    static InvitationList of(Input query, Instant now) {
        return new InvitationList(
                query.text("status").map(InvitationList::status),
                query.text("query").map(Identifiers::searched),
                order(query.text("order_by").orElse("-created_at")),
                Page.of(query),
                now);
    }

    Scoped<Invitation> page(Scoped<Invitation> all) {
        return narrowed(all).orderedBy(order).page(page.limit(), page.offset());
    }

    Scoped<Invitation> narrowed(Scoped<Invitation> all) {
        text.ifPresent(part -> all.where("locate(:part, e.canonical) > 0 or lower(e.id) = :part")
                .with("part", part));
        if (status.isEmpty()) {
            return all.where("e.status <> :revoked").with("revoked", InvitationStatus.REVOKED);
        }
        switch (status.get()) {
            case PENDING ->
                all.where("e.status = :status and e.expireAt > :now").with("now", now);
            case EXPIRED ->
                all.where("e.status = :status or e.status = :open and e.expireAt <= :now")
                        .with("open", InvitationStatus.PENDING)
                        .with("now", now);
            case ACCEPTED, REVOKED -> all.where("e.status = :status");
        }
        return all.with("status", status.get());
    }

    private static InvitationStatus status(String text) {
        return InvitationStatus.of(text).orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("status")
                .saying("status must be pending, accepted, revoked or expired."));
    }

    /** {@code +} arrives as a blank where nobody has escaped it. */
    private static String order(String text) {
        boolean descending = text.startsWith("-");
        var column = COLUMNS.get(text.replaceFirst("^[-+ ]", ""));
        if (column == null) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("order_by")
                    .saying("order_by must be created_at, email_address or expires_at, perhaps behind + or -.");
        }
        var direction = descending ? " desc" : " asc";
        return column + direction + ", e.id" + direction;
    }
}
