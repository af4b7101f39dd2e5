package dev.rollcall.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.rollcall.web.shared.Needs;

/** The web layer translates between HTTP and services, and does nothing else. */
@AnalyzeClasses(packages = "dev.rollcall.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void resourcesCallServices(JavaClasses web) {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
                        .and(not(assignableTo(Throwable.class))))
                .because("rows belong to the domain; only what went wrong with them may be read here")
                .check(web);
    }

    @ArchTest
    static void everyOperationForOperatorsSaysWhatItNeeds(JavaClasses web) {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.rollcall.web.platform")
                .and()
                .arePublic()
                .should()
                .beAnnotatedWith(Needs.class)
                .check(web);
    }

    @ArchTest
    static void thereAreNoCycles(JavaClasses web) {
        slices().matching("dev.rollcall.web.(*)..").should().beFreeOfCycles().check(web);
    }
}
