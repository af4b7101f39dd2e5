package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads an uploaded file: the field {@code file} of a multipart form, or the whole body. */
@Provider
@Consumes(MediaType.WILDCARD)
public class UploadReader implements MessageBodyReader<Upload> {

    private static final int MAX_BYTES = (10 << 20) + (64 << 10);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Upload.class;
    }

    @Override
    public Upload readFrom(Class<Upload> type, Type generic, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream in) throws IOException {
        byte[] body = in.readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw CommonProblem.REQUEST_BODY_TOO_LARGE.refusal();
        }
        boolean multipart = mediaType != null && "multipart".equals(mediaType.getType());
        var upload = multipart
                ? Multipart.read(mediaType, body).file("file").orElseThrow(WebProblem.FILE_INVALID::refusal)
                : new Upload(String.valueOf(mediaType), body);
        if (upload.content().length == 0) {
            throw WebProblem.FILE_INVALID.refusal();
        }
        return upload;
    }
}
