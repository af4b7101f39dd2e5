package dev.rollcall.factor;

import java.util.List;

/** Fresh backup codes, shown once ({@code BackupCodes}); times are epoch milliseconds. */
public record BackupCodesView(String object, String id, List<String> codes, long createdAt, long updatedAt) {

    @Override
    public String toString() {
        return "BackupCodesView[" + id + "]";
    }
}
