package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.JsonText;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads the body of a request into an {@link Input}, whichever way it comes: a form, a multipart form, a JSON object or
 * nothing. The content type decides; a body without one is a form unless it opens with a brace.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class InputReader implements MessageBodyReader<Input> {

    private static final int MAX_BYTES = 1 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Input.class;
    }

    @Override
    public Input readFrom(
            Class<Input> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in) {
        return parse(mediaType, Body.read(in, MAX_BYTES));
    }

    /** The fields of a body of this type. */
    static Input parse(MediaType type, byte[] body) {
        if (body.length == 0) {
            return Input.empty();
        }
        if (type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type) && !type.isWildcardType()) {
            return Input.ofForm(Multipart.read(type, body).texts());
        }
        var text = FormText.utf8(body, CommonProblem.REQUEST_BODY_INVALID);
        boolean json = type != null && "json".equals(type.getSubtype())
                || text.stripLeading().startsWith("{");
        return json
                ? Input.ofJson(object(text))
                : Input.ofForm(FormText.parse(text, CommonProblem.REQUEST_BODY_INVALID));
    }

    private static JsonObject object(String text) {
        if (text.isBlank()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        return JsonText.object(text).orElseThrow(CommonProblem.REQUEST_BODY_INVALID::refusal);
    }
}
