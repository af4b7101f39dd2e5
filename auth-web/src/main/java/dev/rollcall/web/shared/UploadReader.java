package dev.rollcall.web.shared;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
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

    private static final int MAX_BYTES = (10 << 20) + (64 << 10);

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
                ? Multipart.read(mediaType, body).file("file").orElseThrow(WebProblem.FILE_INVALID::refusal)
                : new Upload(String.valueOf(mediaType), undone(body));
        if (upload.content().length == 0) {
            throw WebProblem.FILE_INVALID.refusal();
        }
        return upload;
    }

    private static byte[] undone(byte[] body) {
        if (body.length < 5 || !new String(body, 0, 5, StandardCharsets.US_ASCII).equals("data:")) {
            return body;
        }
        var text = new String(body, StandardCharsets.US_ASCII);
        int start = text.indexOf(";base64,");
        try {
            return start < 0 ? body : Base64.getMimeDecoder().decode(text.substring(start + 8));
        } catch (IllegalArgumentException e) {
            throw WebProblem.FILE_INVALID.refusal();
        }
    }
}
