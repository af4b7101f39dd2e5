package dev.rollcall.user;

/** A value with a sign before it: {@code -} takes away or descends, {@code +} (also decoded to a blank) or nothing does not. */
record Signed(boolean minus, String value) {

    static Signed of(String text) {
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '-' -> new Signed(true, text.substring(1));
            case '+' -> new Signed(false, text.substring(1));
            default -> new Signed(false, text.strip());
        };
    }
}
