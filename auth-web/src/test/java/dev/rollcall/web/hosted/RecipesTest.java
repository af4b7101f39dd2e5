package dev.rollcall.web.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** README and the start page say the same: who follows one of them must not miss what only the other one knows. */
class RecipesTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### (.+)$");

    private final Recipes recipes = new Recipes();
    private final Map<String, String> readme = new LinkedHashMap<>();

    @BeforeEach
    void read() throws IOException {
        recipes.read();
        var text = Files.readString(Path.of("../README.md"));
        var chapter = text.substring(text.indexOf("\n## Connect an app"), text.indexOf("\n## Bring your users"));
        var headings = HEADING.matcher(chapter).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : chapter.length();
            var section = chapter.substring(headings.get(i).end(), end);
            readme.put(headings.get(i).group(1), section.replaceAll("(?m)^ {4}", ""));
        }
    }

    @Test
    void readmeHasTheRecipesOfTheStartPageInItsOrder() {
        assertThat(readme.keySet()).containsExactlyElementsOf(names());
    }

    @TestFactory
    Stream<DynamicTest> everyLineOfTheStartPageIsInReadme() {
        return page().stream()
                .map(recipe -> DynamicTest.dynamicTest(String.valueOf(recipe.get("name")), () -> {
                    var section = readme.get(recipe.get("name"));
                    for (var text : texts(recipe)) {
                        assertThat(section).contains(text);
                    }
                }));
    }

    private List<String> names() {
        return page().stream().map(recipe -> String.valueOf(recipe.get("name"))).toList();
    }

    /** As the start page has them, with the words that README has in place of a reader's own. */
    private List<Map<String, Object>> page() {
        var server = "http://localhost:9080";
        return recipes.of("pk_test_…", server, server);
    }

    private static List<String> texts(Map<String, Object> recipe) {
        var texts = new ArrayList<String>();
        for (var snippet : (List<?>) recipe.get("snippets")) {
            texts.add(String.valueOf(((Map<?, ?>) snippet).get("text")));
        }
        return texts;
    }
}
