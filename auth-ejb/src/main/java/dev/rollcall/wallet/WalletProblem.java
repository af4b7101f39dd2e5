package dev.rollcall.wallet;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of a wallet. */
public enum WalletProblem implements Problem {
    FORM_INCORRECT_SIGNATURE(
            Kind.INVALID, "is incorrect", "The signature is not one of this wallet, or not of this message.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    WalletProblem(Kind kind, String message, String longMessage) {
        this.kind = kind;
        this.message = message;
        this.longMessage = longMessage;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String longMessage() {
        return longMessage;
    }
}
