package dev.rollcall.template;

/** How much one filling of a template may do. A loop over a loop over a tenant's own data would else take for ever, or write gigabytes. */
final class Budget {

    /** The template wants more than there is. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("the template does or writes too much", null, false, false);
        }
    }

    private static final int MOST_STEPS = 10_000;
    private static final int MOST_CHARACTERS = 256 * 1024;

    private int steps;
    private int characters;

    /** One more turn of a loop. */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new Exceeded();
        }
    }

    /** So many more characters. */
    void write(int more) {
        characters += more;
        if (characters > MOST_CHARACTERS) {
            throw new Exceeded();
        }
    }
}
