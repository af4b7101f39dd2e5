package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads an uploaded file: the field {@code file} of a multipart form, or the whole body, which may also be a {@code data:} URL
 * because that is what an app without files has in hand.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class UploadReader implements MessageBodyReader<Upload> {

    /** Ten megabytes in base64, and what stands around them. */
    private static final int MAX_BYTES = (14 << 20) + (64 << 10);

    private static final String BASE64 = ";base64,";
    private static final int LONGEST_HEAD = 256;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Upload.class;
    }

    @Override
    public Upload readFrom(
            Class<Upload> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in) {
        byte[] body = Body.read(in, MAX_BYTES);
        boolean multipart = mediaType != null && "multipart".equals(mediaType.getType());
        var upload = multipart
                ? Multipart.read(mediaType, body).file("file").orElseThrow(UploadReader::missing)
                : new Upload(String.valueOf(mediaType), undone(body));
        if (upload.content().length == 0) {
            throw missing();
        }
        return upload;
    }

    private static Refusal missing() {
        return WebProblem.FORM_PARAM_MISSING.refusal("file");
    }

    /** Without a copy of it as text: it is the longest body that there is. */
    private static byte[] undone(byte[] body) {
        var head = new String(body, 0, Math.min(body.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        int mark = head.startsWith("data:") ? head.indexOf(BASE64) : -1;
        if (mark < 0) {
            return body;
        }
        int start = mark + BASE64.length();
        try (var coded = new ByteArrayInputStream(body, start, body.length - start)) {
            return Base64.getMimeDecoder().wrap(coded).readAllBytes();
        } catch (IOException | IllegalArgumentException e) {
            throw CommonProblem.REQUEST_BODY_INVALID.refusal();
        }
    }
}
