package dev.rollcall.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Puts values into a template, within its budget. */
final class Filler {

    private Filler() {}

    /** The text, or {@link Budget.Exceeded}. */
    static String fill(Template template, JsonObject values) {
        var budget = new Budget();
        var text = new BoundedText(budget);
        // maps alone are resolved: a template reaches no method of ours
        var context = Context.newBuilder(Values.of(values, budget))
                .resolver(MapValueResolver.INSTANCE)
                .build();
        try {
            template.apply(context, text);
            return text.toString();
        } catch (HandlebarsException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Budget.Exceeded || cause instanceof StackOverflowError) {
                    throw new Budget.Exceeded();
                }
            }
            throw e;
        } catch (StackOverflowError e) {
            throw new Budget.Exceeded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text in one line: a line break in an application's name would let it write headers of the mail. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
    }

    private static final class BoundedText extends Writer {

        private final StringBuilder text = new StringBuilder();
        private final Budget budget;

        BoundedText(Budget budget) {
            this.budget = budget;
        }

        @Override
        public void write(char[] buffer, int offset, int length) {
            budget.write(length);
            text.append(buffer, offset, length);
        }

        @Override
        public void write(String string, int offset, int length) {
            budget.write(length);
            text.append(string, offset, offset + length);
        }

        @Override
        public void flush() {
            // all of it is in memory
        }

        @Override
        public void close() {
            // there is nothing to close
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
