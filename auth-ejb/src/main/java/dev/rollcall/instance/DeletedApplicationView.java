package dev.rollcall.instance;

/** That an application is gone. */
public record DeletedApplicationView(boolean deleted, String object, String id) {

    static DeletedApplicationView of(String id) {
        return new DeletedApplicationView(true, "application", id);
    }
}
