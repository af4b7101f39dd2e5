package dev.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rollcall.error.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of all codes: apps branch on them, so none is renamed or dropped, and a new one is written down here. */
class ErrorCodesTest {

    @Test
    void everyCodeIsInTheCatalogueAndNoneHasGone() throws IOException, URISyntaxException {
        var catalogue =
                Path.of(ErrorCodesTest.class.getResource("/error-codes.txt").toURI());
        var codes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.rollcall").stream()
                        .filter(type -> type.isAssignableTo(Problem.class) && type.isEnum())
                        .flatMap(ErrorCodesTest::lines)
                        .distinct()
                        .sorted()
                        .toList();
        assertThat(codes).isEqualTo(Files.readAllLines(catalogue));
    }

    private static Stream<String> lines(JavaClass problems) {
        return Arrays.stream(problems.reflect().getEnumConstants())
                .map(Problem.class::cast)
                .map(problem -> problem.code() + " " + problem.kind());
    }
}
