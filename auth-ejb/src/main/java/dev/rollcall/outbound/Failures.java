package dev.rollcall.outbound;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says why there was no answer, without the addresses that the libraries' own messages name. */
final class Failures {

    private Failures() {}

    static OutboundFailure of(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof OutboundFailure known ? known : new OutboundFailure(reason(cause), false, cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof SocketTimeoutException || cause instanceof ConnectException) {
            return "the host takes no connection";
        }
        if (cause instanceof SSLException) {
            return "TLS failed: the certificate may not fit the host, or the host speaks no TLS";
        }
        return "the connection broke: " + cause.getClass().getSimpleName();
    }
}
