package dev.rollcall.passkey;

/** A key that was made as it was asked for, and has yet to be kept. */
public final class Registration {

    private final Registered made;

    Registration(Registered made) {
        this.made = made;
    }

    Registered made() {
        return made;
    }
}
