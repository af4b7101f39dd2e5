package dev.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the features depend on each other: calls go up this list and never down it. */
class StructureTest {

    private static final List<String> ORDER = List.of(
            "error",
            "id",
            "input",
            "page",
            "config",
            "data",
            "crypto",
            "instance",
            "key",
            "message",
            "security",
            "verification",
            "identifier",
            "user",
            "factor",
            "client",
            "session",
            "token",
            "signin",
            "signup",
            "profile",
            "frontend",
            "backend");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rollcall");

    @ParameterizedTest
    @MethodSource("order")
    void aFeatureCallsOnlyThoseAboveIt(String feature) {
        var below = ORDER.stream()
                .skip(ORDER.indexOf(feature) + 1L)
                .map(StructureTest::inside)
                .toArray(String[]::new);
        if (below.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(inside(feature))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void everyFeatureHasItsPlaceInTheOrder() {
        assertThat(CODE.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(ORDER).contains(name.replace("dev.rollcall.", "")));
    }

    /** Whoever holds an entity manager can ask across instances. */
    @Test
    void onlyTheDataPackageHoldsAnEntityManager() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("data"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CODE);
    }

    /** The tables above all instances can be asked across instances, because they decide which one a request is for. */
    @Test
    void onlyTheInstancePackageAsksAcrossInstances() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("data"), inside("instance"))
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Roots")
                .check(CODE);
    }

    @Test
    void entitiesStayInTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
    }

    @Test
    void theDomainKnowsNoHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..")
                .check(CODE);
    }

    static List<String> order() {
        return ORDER;
    }

    private static String inside(String feature) {
        return "dev.rollcall." + feature + "..";
    }
}
