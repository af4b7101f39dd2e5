package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.InputList;
import dev.rollcall.input.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads a body that is a JSON array of objects. */
@Provider
@Consumes(MediaType.WILDCARD)
public class InputListReader implements MessageBodyReader<InputList> {

    private static final int MAX_BYTES = 1 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == InputList.class;
    }

    @Override
    public InputList readFrom(
            Class<InputList> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in) {
        var text = FormText.utf8(Body.read(in, MAX_BYTES), CommonProblem.REQUEST_BODY_INVALID);
        var array = JsonText.array(text).orElseThrow(CommonProblem.REQUEST_BODY_INVALID::refusal);
        return parsed(array);
    }

    private static InputList parsed(JsonArray array) {
        return new InputList(array.stream()
                .map(item -> {
                    if (!(item instanceof JsonObject object)) {
                        throw CommonProblem.REQUEST_BODY_INVALID.refusal();
                    }
                    return Input.ofJson(object);
                })
                .toList());
    }
}
