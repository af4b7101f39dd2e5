package dev.rollcall.web.shared;

import dev.rollcall.input.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query of this request, for operations that filter or page, and for what rides in the query of every request. */
@RequestScoped
public class CurrentQuery {

    @Inject
    private HttpServletRequest request;

    private Map<String, List<String>> fields;

    /** The whole query, its readers refusing by name. */
    public Input get() {
        return Input.ofForm(fields());
    }

    /** The first value of a parameter that is not blank. */
    public Optional<String> first(String name) {
        return fields().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private Map<String, List<String>> fields() {
        if (fields == null) {
            fields = FormText.parse(request.getQueryString(), WebProblem.REQUEST_URI_INVALID);
        }
        return fields;
    }
}
