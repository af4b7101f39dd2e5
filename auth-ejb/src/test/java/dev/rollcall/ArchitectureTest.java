package dev.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Collectors;

/** The shape of the domain, as `docs` tell it: calls go down, news goes up, and a feature keeps its rows to itself. */
@AnalyzeClasses(packages = "dev.rollcall", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A package may use those above it. A new one takes its place here first; a list in order has no cycles. */
    private static final List<String> FROM_THE_GROUND_UP = List.of(
            // ground
            "json",
            "error",
            "id",
            "input",
            "phone",
            "domain",
            "page",
            "claim",
            "config",
            "trace",
            "crypto",
            "meter",
            "data",
            "image",
            "audit",
            // tenancy and plumbing
            "instance",
            "key",
            "job",
            "upkeep",
            "idempotency",
            "outbound",
            "template",
            "channel",
            "message",
            "security",
            // people
            "verification",
            "identifier",
            "passkey",
            "wallet",
            "restriction",
            "user",
            "factor",
            "device",
            // presence
            "client",
            "session",
            "token",
            // flows
            "invitation",
            "waitlist",
            "signin",
            "signup",
            "reverification",
            // companies and protocols
            "organization",
            "social",
            "oauth",
            "saml",
            "directory",
            "machine",
            "webhook",
            "platform",
            "transfer",
            // what one side of the API asks of several features at once
            "profile",
            "frontend",
            "backend");

    @ArchTest
    static void everyPackageHasItsPlace(JavaClasses domain) {
        var packages = domain.stream()
                .map(type -> type.getPackageName().replaceFirst("^dev\\.rollcall\\.", ""))
                .collect(Collectors.toSet());
        assertThat(FROM_THE_GROUND_UP).doesNotHaveDuplicates().containsAll(packages);
    }

    @ArchTest
    static void callsGoDown(JavaClasses domain) {
        for (int place = 0; place < FROM_THE_GROUND_UP.size() - 1; place++) {
            var name = FROM_THE_GROUND_UP.get(place);
            var above = FROM_THE_GROUND_UP.stream()
                    .skip(place + 1L)
                    .map(ArchitectureTest::named)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(named(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because("a package may use only those above it in the list of this test, and " + name
                            + " is above them")
                    .allowEmptyShould(true)
                    .check(domain);
        }
    }

    @ArchTest
    static void rowsStayAtHome(JavaClasses domain) {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .haveSimpleNameEndingWith("Store")
                .or()
                .haveSimpleNameEndingWith("Rows")
                .and()
                .resideOutsideOfPackage(named("data"))
                .should()
                .bePackagePrivate()
                .check(domain);
    }

    @ArchTest
    static void onePlaceSpeaksToTheDatabase(JavaClasses domain) {
        noClasses()
                .that()
                .resideOutsideOfPackage(named("data"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManagerFactory.class)
                .because("scoping to an instance happens in dev.rollcall.data and nowhere else")
                .check(domain);
    }

    /** The tables above all instances decide which one a request is for, so they alone are asked without one. */
    @ArchTest
    static void onlyTenancyAsksAcrossInstances(JavaClasses domain) {
        noClasses()
                .that()
                .resideOutsideOfPackages(named("data"), named("instance"))
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Roots")
                .check(domain);
    }

    /** What belongs to the server and to no tenant, and what is told of both. */
    @ArchTest
    static void onlyThePlumbingAsksAcrossInstances(JavaClasses domain) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        named("data"), named("audit"), named("job"), named("upkeep"), named("security"))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dev.rollcall.data.Database")
                .check(domain);
    }

    /** JSON Processing's own looks for its provider at every call. */
    @ArchTest
    static void jsonIsMadeByTheProviderThatIsKnown(JavaClasses domain) {
        noClasses()
                .that()
                .resideOutsideOfPackage(named("json"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(jakarta.json.Json.class)
                .check(domain);
    }

    @ArchTest
    static void theDomainKnowsNoHttp(JavaClasses domain) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..")
                .check(domain);
    }

    private static String named(String feature) {
        return "dev.rollcall." + feature + "..";
    }
}
