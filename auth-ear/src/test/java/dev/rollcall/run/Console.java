package dev.rollcall.run;

import java.io.IOException;

/** What the person who typed the command reads. Not a logger: under `mvn -q` Maven's own is silent. */
final class Console {

    private static volatile boolean hushed;

    /** Something that may turn out to be impossible. */
    interface Attempt {
        void run() throws InterruptedException, IOException;
    }

    static void say(String text) {
        System.out.println(text);
    }

    /** What is done now, in a line: a start takes a while, and silence looks like a fault. */
    static void step(String what) {
        say("Rollcall: " + what + " ...");
    }

    /** Ends this process with the one sentence where the attempt fails: thrown on, Maven would bury it under advice. */
    static void explain(Attempt attempt) throws InterruptedException, IOException {
        try {
            attempt.run();
        } catch (CannotRun sorry) {
            if (!hushed) {
                System.err.println("Rollcall: " + sorry.getMessage());
            }
            System.exit(1);
        }
    }

    /** Ctrl-C reaches the server as well as us: from then on its end is no news. */
    static void hush() {
        hushed = true;
    }

    private Console() {}
}
