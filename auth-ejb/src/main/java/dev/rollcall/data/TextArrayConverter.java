package dev.rollcall.data;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;

/** Keeps a list of texts as {@code text[]}. A changed list must be assigned anew: changes in place are not seen. */
@Converter
public class TextArrayConverter implements AttributeConverter<List<String>, Object> {

    @Override
    public Object convertToDatabaseColumn(List<String> list) {
        return list == null ? null : list.toArray(new String[0]);
    }

    @Override
    public List<String> convertToEntityAttribute(Object column) {
        try {
            Object elements = column instanceof Array array ? array.getArray() : column;
            return elements == null ? List.of() : List.of((String[]) elements);
        } catch (SQLException e) {
            throw new IllegalStateException("a text[] column cannot be read", e);
        }
    }
}
