package dev.rollcall.template;

import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pieces of layout that any template may use, held in memory: no name leads to a file. */
final class OwnPieces extends AbstractTemplateLoader {

    private static final Map<String, String> PIECES = Stream.of("layout", "heading", "text", "note", "code", "button")
            .collect(Collectors.toMap(
                    Function.identity(), name -> Wording.resource("/template/partial/" + name + ".hbs")));

    @Override
    public TemplateSource sourceAt(String location) throws FileNotFoundException {
        var piece = PIECES.get(location.startsWith("/") ? location.substring(1) : location);
        if (piece == null) {
            throw new FileNotFoundException("no piece of that name");
        }
        return new StringTemplateSource(location, piece);
    }
}
