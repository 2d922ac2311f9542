package io.sqe.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Who may see whom: the arrows of {@code docs/architecture.md}. */
final class DoorsTest {

    @Test
    void catalogAndPolicyDoorsAreMadeOfTheJdkAlone() {
        check(classes()
                .that()
                .resideInAnyPackage(House.CATALOG, House.CATALOG_SCAN, House.POLICY_DECISION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", House.CATALOG, House.CATALOG_SCAN, House.POLICY_DECISION));
    }

    @Test
    void functionsKnowOnlyTheJdk() {
        check(classes()
                .that()
                .resideInAPackage(House.FUNCTION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", House.FUNCTION));
    }

    @Test
    void failuresKnowOnlyTheJdk() {
        check(classes()
                .that()
                .resideInAPackage(House.FAILURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", House.FAILURE));
    }

    @Test
    void fragmentsKnowOnlySubstraitsProtobuf() {
        check(classes()
                .that()
                .resideInAPackage(House.FRAGMENT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "com.google.protobuf..", "io.substrait.proto..", House.FRAGMENT));
    }

    @Test
    void onlyDuckDbSpeaksToForeignMemory() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(House.DUCKDB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign.."));
    }

    @Test
    void duckDbKnowsNothingElseOfOurs() {
        check(noClasses()
                .that()
                .resideInAPackage(House.DUCKDB)
                .should()
                .dependOnClassesThat(resideInAPackage("io.sqe..").and(resideOutsideOfPackage(House.DUCKDB))));
    }

    @Test
    void datasetKnowsOnlyArrow() {
        check(noClasses()
                .that()
                .resideInAPackage(House.DATASET)
                .should()
                .dependOnClassesThat(resideInAPackage("io.sqe..").and(resideOutsideOfPackage(House.DATASET))));
    }

    @Test
    void calciteStaysInPlannerAndTranslator() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(House.PLANNER, House.TRANSLATOR)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.calcite.."));
    }

    @Test
    void icebergStaysInItsCatalog() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(House.CATALOG_ICEBERG, House.EXECUTOR)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.iceberg.."));
    }

    @Test
    void executorsUseOfIcebergOnlyTypesAndTransforms() {
        check(noClasses()
                .that()
                .resideInAPackage(House.EXECUTOR)
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.iceberg..")
                        .and(resideOutsideOfPackages(
                                "org.apache.iceberg.transforms..",
                                "org.apache.iceberg.types..",
                                "org.apache.iceberg.util.."))));
    }

    @Test
    void plannerSeesNeitherIcebergNorSubstraitNorArrow() {
        check(noClasses()
                .that()
                .resideInAPackage(House.PLANNER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.iceberg..", "io.substrait..", "org.apache.arrow..", House.EXECUTOR));
    }

    @Test
    void plannerStartsNoThreads() {
        check(noClasses()
                .that()
                .resideInAPackage(House.PLANNER)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Executor.class)
                .orShould()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class));
    }

    @Test
    void translatorSeesNeitherIcebergNorArrowNorAnEngine() {
        check(noClasses()
                .that()
                .resideInAPackage(House.TRANSLATOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.iceberg..", "org.apache.arrow..", House.EXECUTOR));
    }

    @Test
    void executorsKnowNeitherPlansNorPolicy() {
        check(noClasses()
                .that()
                .resideInAPackage(House.EXECUTOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.PLANNER, House.POLICY, House.TRANSLATOR, House.GATEWAY));
    }

    @Test
    void loweringTouchesNoEngine() {
        check(noClasses()
                .that()
                .resideInAPackage(House.LOWERING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.DUCKDB, "org.apache.arrow..", "java.sql.."));
    }

    @Test
    void queryLifeCycleKnowsNeitherAnEngineNorAProtocol() {
        check(noClasses()
                .that()
                .resideInAPackage(House.GATEWAY)
                .and()
                .resideOutsideOfPackage(House.FLIGHT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        House.DUCKDB, House.LOWERING, House.CATALOG_ICEBERG, "io.grpc..", "org.apache.arrow.flight.."));
    }

    @Test
    void protocolsKnowTheQueryLifeCycleAndNothingBehindIt() {
        check(noClasses()
                .that()
                .resideInAPackage(House.FLIGHT)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                House.DUCKDB,
                                House.LOWERING,
                                House.CATALOG_ICEBERG,
                                House.TRANSLATOR,
                                House.PLANNER,
                                "io.sqe.gateway.lifecycle..",
                                "io.sqe.gateway.planning..")
                        .and(resideOutsideOfPackage("io.sqe.planner.parameter.."))));
    }

    @Test
    void onlyRoomsThatSpeakHttpKnowHelidon() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(House.HTTP, House.TRINO_HTTP, House.OPERATIONS, House.WEB, House.WIRING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon.."));
    }

    @Test
    void onlyTracingKnowsOpenTelemetry() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(House.TRACING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.opentelemetry.."));
    }

    @Test
    void nothingSeesTheProgramThatStandsOnIt() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(House.CLI, House.BENCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.CLI, House.BENCH));
    }

    @Test
    void micronautStaysInWiring() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(House.WIRING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut.."));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("io.sqe.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage(House.CATALOG), resideInAPackage(House.CATALOG_SCAN))
                .because("a catalog answers scan plans, and a scan plan names tables: those two are one door"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(House.CLASSES);
    }
}
