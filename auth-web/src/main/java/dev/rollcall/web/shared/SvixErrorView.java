package dev.rollcall.web.shared;

/** An error answer of the webhooks API. */
public record SvixErrorView(String code, String detail) {

    static SvixErrorView of(ErrorsView errors) {
        var first = errors.errors().get(0);
        return new SvixErrorView(first.code(), first.longMessage());
    }
}
