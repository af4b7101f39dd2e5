package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.page.Paged;

/** The older lists are bare arrays, unless {@code paginated=true} asks for their number too. */
final class Listing {

    private Listing() {}

    static Object of(Paged<?> page, Input query) {
        return query.flag("paginated", false) ? page : page.data();
    }
}
