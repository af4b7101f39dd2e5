package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.InstanceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Takes bodies in before their requests are worked on, so that nobody holds a place by sending slowly: as many bytes as an operation needs
 * of people who are unknown, more of apps that show a key. Files are the exception; they are read once it is known whose they are.
 */
@ApplicationScoped
class Bodies {

    /** What a stranger may send: the longest form of the SDKs has some two kilobytes. */
    static final int OF_STRANGERS = 16 << 10;

    /** Where there may be metadata (eight kilobytes, of which a form makes three times as many), a passkey's certificates, or templates. */
    static final int ROOMY = 64 << 10;

    /** What an app may send with its secret key. */
    static final int OF_APPS = 1 << 20;

    private static final Pattern NEED_ROOM =
            Pattern.compile("/v1/(me|client/sign_ups|platform|tokens|oauth)(/.*)?|/api/v1/.*");
    private static final Pattern FILES = Pattern.compile(
            "/v1/(me|users/[^/]+|platform/.*)/(profile_image|logo|favicon)|/v1/imports(/.*)?|/v1/organizations/[^/]+/logo");

    @Inject
    private InstanceService instances;

    @Inject
    private Admission admission;

    @Inject
    private PeerWaits waits;

    private final HeldBytes held = new HeldBytes(16);

    /** A body that was taken in, or is yet to be read; its bytes count until it is closed. */
    record Taken(InputStream stream, HeldBytes.Part part) implements AutoCloseable {

        @Override
        public void close() {
            part.close();
        }
    }

    /** Whether the path takes a file. */
    static boolean isFile(String routed) {
        return FILES.matcher(routed).matches();
    }

    /**
     * The body of a request.
     *
     * @param site whom the request counts as
     */
    Taken take(HttpServletRequest request, String routed, String site) throws IOException {
        long declared = request.getContentLengthLong();
        if (declared == 0 || declared < 0 && request.getHeader("Transfer-Encoding") == null) {
            return new Taken(InputStream.nullInputStream(), HeldBytes.Part.NONE);
        }
        if (isFile(routed)) {
            return new Taken(new PacedInput(request.getInputStream(), Pace.OF_FILES), HeldBytes.Part.NONE);
        }
        int most = NEED_ROOM.matcher(routed).matches() ? ROOMY : OF_STRANGERS;
        if (declared > most && declared <= OF_APPS && isOfApp(request)) {
            most = OF_APPS;
        }
        if (declared > most) {
            return new Taken(new TooLarge(), HeldBytes.Part.NONE);
        }
        var part = held.take(declared < 0 ? most : (int) declared);
        try {
            return read(request, most, site, part);
        } catch (IOException | RuntimeException e) {
            part.close();
            throw e;
        }
    }

    private Taken read(HttpServletRequest request, int most, String site, HeldBytes.Part part) throws IOException {
        var in = new PacedInput(request.getInputStream());
        byte[] bytes;
        try (var wait = waits.enter(site)) {
            bytes = in.readNBytes(most + 1);
        } catch (IOException e) { // a broken chunk, a lost connection, a pace that leads nowhere: the sender's doing
            throw CommonProblem.REQUEST_BODY_INVALID.refusal();
        }
        return new Taken(bytes.length > most ? new TooLarge() : new ByteArrayInputStream(bytes), part);
    }

    private boolean isOfApp(HttpServletRequest request) {
        return Bearer.token(request.getHeader("Authorization"))
                .filter(key -> admission.ask(
                        instances.knowsKey(key), () -> instances.shown(key).isPresent()))
                .isPresent();
    }

    /** Refuses whoever reads it, so that a request that is refused for another reason hears of that one. */
    private static final class TooLarge extends InputStream {

        @Override
        public int read() {
            throw CommonProblem.REQUEST_BODY_TOO_LARGE.refusal();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            throw CommonProblem.REQUEST_BODY_TOO_LARGE.refusal();
        }
    }
}
