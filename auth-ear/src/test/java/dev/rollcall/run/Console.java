package dev.rollcall.run;

/** What the person who typed the command reads. Not a logger: under `mvn -q` Maven's own is silent. */
final class Console {

    private static volatile boolean hushed;

    static void say(String text) {
        System.out.println(text);
    }

    static void complain(String sentence) {
        if (!hushed) {
            System.err.println("Rollcall: " + sentence);
        }
    }

    /** Ctrl-C reaches the server as well as us: from then on its end is no news. */
    static void hush() {
        hushed = true;
    }

    private Console() {}
}
