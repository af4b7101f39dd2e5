package dev.rollcall.run;

/** Why Rollcall cannot run here, as one sentence for the person at the console, who has no use for a stack trace. */
final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotRun(String sentence) {
        super(sentence, null, false, false);
    }
}
