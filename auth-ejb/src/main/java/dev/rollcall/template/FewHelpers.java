package dev.rollcall.template;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import java.util.Set;

/** Of the library's helpers those of the language itself. The others read files, log, run JavaScript, or let a piece define pieces. */
final class FewHelpers extends DefaultHelperRegistry {

    private static final Set<String> LANGUAGE = Set.of("if", "unless", "each", "with");

    @Override
    public <C> Helper<C> helper(String name) {
        return LANGUAGE.contains(name) ? super.helper(name) : null;
    }

    @Override
    public Decorator decorator(String name) {
        return null;
    }
}
