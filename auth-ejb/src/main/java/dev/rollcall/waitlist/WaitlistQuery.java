package dev.rollcall.waitlist;

import dev.rollcall.data.Scoped;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.page.Page;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries are wanted, and in which order.
 *
 * @param order a clause of ours, chosen by what the request names
 */
record WaitlistQuery(Optional<WaitlistStatus> status, Optional<String> text, String order, Page page) {

    private static final Map<String, String> COLUMNS =
            Map.of("created_at", "e.createdAt", "email_address", "e.canonical", "invited_at", "e.invitedAt");

    static WaitlistQuery of(Input query) {
        return new WaitlistQuery(
                query.text("status").map(WaitlistQuery::status),
                query.text("query").map(Identifiers::searched),
                order(query.text("order_by").orElse("-created_at")),
                Page.of(query));
    }

    Scoped<WaitlistEntry> page(Scoped<WaitlistEntry> all) {
        return narrowed(all).orderedBy(order).page(page.limit(), page.offset());
    }

    Scoped<WaitlistEntry> narrowed(Scoped<WaitlistEntry> all) {
        text.ifPresent(part -> all.where("locate(:part, e.canonical) > 0 or lower(e.id) = :part")
                .with("part", part));
        status.ifPresent(wanted -> all.where("e.status = :status").with("status", wanted));
        return all;
    }

    private static WaitlistStatus status(String text) {
        return WaitlistStatus.of(text).orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("status")
                .saying("status must be pending, invited, completed or rejected."));
    }

    /** {@code +} arrives as a blank where nobody has escaped it. Who was never invited comes last in either direction. */
    private static String order(String text) {
        var column = COLUMNS.get(text.replaceFirst("^[-+ ]", ""));
        if (column == null) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("order_by")
                    .saying("order_by must be created_at, email_address or invited_at, perhaps behind + or -.");
        }
        var direction = text.startsWith("-") ? " desc" : " asc";
        return column + direction + " nulls last, e.id" + direction;
    }
}
