package dev.rollcall.page;

/** Says that a thing is gone ({@code DeletedObject}). */
public record DeletedView(String object, String id, boolean deleted) {

    /** The thing of this kind and id is gone. */
    public static DeletedView of(String object, String id) {
        return new DeletedView(object, id, true);
    }
}
