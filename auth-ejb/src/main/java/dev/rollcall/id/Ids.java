package dev.rollcall.id;

import com.github.ksuid.KsuidGenerator;

/** Makes ids: a prefix, an underscore and a KSUID (27 base-62 characters that sort by creation second). */
public final class Ids {

    private Ids() {}

    /** A fresh id, for example {@code user_2b4nJzqT5CmXw3E5ZCr5h0nV4mO}. */
    public static String next(Prefix prefix) {
        return prefix.text() + "_" + KsuidGenerator.generate();
    }
}
