package dev.rollcall.data;

import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;

/** Keeps a JSON object as {@code jsonb}. The driver sends text untyped ({@code stringType=unspecified}), PostgreSQL casts it. */
@Converter(autoApply = true)
public class JsonObjectConverter implements AttributeConverter<JsonObject, Object> {

    @Override
    public Object convertToDatabaseColumn(JsonObject object) {
        return object == null ? null : object.toString();
    }

    @Override
    public JsonObject convertToEntityAttribute(Object column) {
        if (column == null) {
            return null;
        }
        try (var reader = Json.createReader(new StringReader(column.toString()))) {
            return reader.readObject();
        }
    }
}
