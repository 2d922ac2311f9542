package io.sqe.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;

/** The classes of every artifact, and the packages that its rooms are made of. */
final class House {

    /** Written by protobuf's compiler, whose packages end in a version, by the parser's generator, and from templates. */
    private static final Pattern GENERATED =
            Pattern.compile(".*/io/sqe/(\\w+/v\\d+|planner/statement/grammar|gateway/web/template)/.*");

    /** Every class that we ship and wrote; read once. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.matches(GENERATED))
            .importPackages("io.sqe");

    static final String CATALOG = "io.sqe.catalog";
    static final String CATALOG_SCAN = "io.sqe.catalog.scan..";
    static final String CATALOG_ICEBERG = "io.sqe.catalog.iceberg..";
    static final String POLICY_DECISION = "io.sqe.policy.decision..";
    static final String POLICY = "io.sqe.policy..";
    static final String FUNCTION = "io.sqe.function..";
    static final String FRAGMENT = "io.sqe.fragment..";
    static final String PLANNER = "io.sqe.planner..";
    static final String SECURING = "io.sqe.planner.securing..";
    static final String TRANSLATOR = "io.sqe.substrait..";
    static final String EXECUTOR = "io.sqe.executor..";
    static final String DUCKDB = "io.sqe.executor.duckdb..";
    static final String DATASET = "io.sqe.executor.dataset..";
    static final String LOWERING = "io.sqe.executor.lowering..";
    static final String GATEWAY = "io.sqe.gateway..";
    static final String FAILURE = "io.sqe.gateway.failure..";
    static final String FLIGHT = "io.sqe.gateway.flight..";
    static final String HTTP = "io.sqe.gateway.http..";
    static final String TRINO_HTTP = "io.sqe.gateway.trino.http..";
    static final String OPERATIONS = "io.sqe.gateway.operations..";
    static final String WEB = "io.sqe.gateway.web..";
    static final String TRACING = "io.sqe.gateway.tracing..";
    static final String CLI = "io.sqe.cli..";
    static final String BENCH = "io.sqe.bench..";
    static final String ENGINE_HOST = "io.sqe.executor.host..";
    static final String WIRING = "..wiring..";

    private House() {}
}
