package dev.rollcall.template;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Handlebars as far as tenants may use it: the four helpers of the language and our own pieces of layout. Nothing in a template reaches
 * a file, the network or a method.
 */
final class Engine {

    /** Where a template is wrong; the reason is for the one who wrote it. */
    static final class SyntaxFault extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        SyntaxFault(int line, String reason, Throwable cause) {
            super(reason, cause);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private static final int MOST_REASON = 200;
    private static final int MOST_DEPTH = 40;
    private static final Pattern TAG = Pattern.compile("\\{\\{~?(#|/|else)");

    private final Handlebars handlebars;

    private Engine(EscapingStrategy escaping) {
        this.handlebars = new Handlebars(new OwnPieces()).with(escaping).with(new FewHelpers());
        // evaluating nested pieces ahead of time takes twice as long with every level
        handlebars.preEvaluatePartialBlocks(false);
    }

    /** Values are escaped for HTML. */
    static Engine html() {
        return new Engine(EscapingStrategy.HTML_ENTITY);
    }

    /** Values stay as they are. */
    static Engine plain() {
        return new Engine(EscapingStrategy.NOOP);
    }

    /** Reads a template. */
    Template compile(String text) throws SyntaxFault {
        refuseDepth(text);
        try {
            return handlebars.compileInline(text);
        } catch (HandlebarsException e) {
            var error = e.getError();
            throw error == null
                    ? new SyntaxFault(1, "is no Handlebars template", e)
                    : new SyntaxFault(error.line, shortened(error.reason), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SyntaxFault(1, "uses a piece or a helper that there is not", e);
        }
    }

    /** The parser goes as deep as the text does. */
    private static void refuseDepth(String text) throws SyntaxFault {
        int depth = 0;
        var tags = TAG.matcher(text);
        while (tags.find()) {
            depth += tags.group(1).equals("/") ? -1 : 1; // an else-chain nests too
            if (depth > MOST_DEPTH) {
                int line = (int) text.substring(0, tags.start()).lines().count();
                throw new SyntaxFault(line, "nests too deeply", null);
            }
        }
    }

    private static String shortened(String reason) {
        var line = reason == null ? "is no Handlebars template" : Filler.oneLine(reason);
        return line.length() <= MOST_REASON ? line : line.substring(0, MOST_REASON) + "…";
    }
}
