package dev.rollcall.outbound;

/** There was no answer: the address is not allowed or not reachable, or the time ran out. The message names the reason and no address. */
public class OutboundFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean forbidden;

    public OutboundFailure(String message, boolean forbidden, Throwable cause) {
        super(message, cause);
        this.forbidden = forbidden;
    }

    /** Whether we refused to go there. */
    public boolean isForbidden() {
        return forbidden;
    }
}
