package dev.rollcall.input;

import java.util.List;

/** The bodies of several requests of one kind that come at once, as a JSON array of objects. */
public record InputList(List<Input> items) {

    @Override
    public String toString() {
        return "InputList[" + items.size() + "]";
    }
}
