package dev.rollcall.web.hosted;

import dev.rollcall.json.Json;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How an app of each kind is connected: the lines to copy, with an instance's own key and addresses in them. */
@ApplicationScoped
class Recipes {

    private JsonArray recipes;

    @PostConstruct
    void read() {
        try (var file = Recipes.class.getResourceAsStream("/pages/recipes.json");
                var reader = Json.createReader(file)) {
            recipes = reader.readArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recipes, as the start page's template wants them. */
    List<Map<String, Object>> of(String publishableKey, String url, String server) {
        var words = Map.of("{publishableKey}", publishableKey, "{url}", url, "{server}", server);
        return IntStream.range(0, recipes.size())
                .mapToObj(i -> recipe("recipe-" + i, recipes.getJsonObject(i), words))
                .toList();
    }

    private static Map<String, Object> recipe(String id, JsonObject recipe, Map<String, String> words) {
        var given = recipe.getJsonArray("snippets");
        var snippets = IntStream.range(0, given.size())
                .mapToObj(i -> snippet(id + "-" + i, given.getJsonObject(i), words))
                .toList();
        return Map.of("name", recipe.getString("name"), "snippets", snippets);
    }

    private static Map<String, String> snippet(String id, JsonObject snippet, Map<String, String> words) {
        var lines = snippet.getJsonArray("text").getValuesAs(JsonString.class);
        var text = lines.stream().map(JsonString::getString).collect(Collectors.joining("\n"));
        for (var word : words.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return Map.of("id", id, "title", snippet.getString("title"), "text", text);
    }
}
