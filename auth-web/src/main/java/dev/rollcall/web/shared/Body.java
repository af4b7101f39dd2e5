package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request's body, as many as are allowed. */
final class Body {

    private Body() {}

    /** All of them; a body that is too large or breaks off is refused. */
    static byte[] read(InputStream in, int most) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(most + 1);
        } catch (IOException e) { // a broken chunk, a lost connection: the sender's doing
            throw CommonProblem.REQUEST_BODY_INVALID.refusal();
        }
        if (bytes.length > most) {
            throw CommonProblem.REQUEST_BODY_TOO_LARGE.refusal();
        }
        return bytes;
    }
}
