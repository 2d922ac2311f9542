package io.sqe.endtoend;

import static io.sqe.endtoend.SentPlans.I32;
import static io.sqe.endtoend.SentPlans.TEXT;
import static io.sqe.endtoend.SentPlans.call;
import static io.sqe.endtoend.SentPlans.column;
import static io.sqe.endtoend.SentPlans.filter;
import static io.sqe.endtoend.SentPlans.number;
import static io.sqe.endtoend.SentPlans.plan;
import static io.sqe.endtoend.SentPlans.project;
import static io.sqe.endtoend.SentPlans.query;
import static io.sqe.endtoend.SentPlans.read;
import static io.sqe.endtoend.SentPlans.reading;
import static io.sqe.endtoend.SentPlans.rel;
import static io.sqe.endtoend.SentPlans.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.sqe.fragment.v1.IcebergRead;
import io.sqe.fragment.v1.SecurityBarrier;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.SubstraitQuery;
import io.substrait.proto.AdvancedExtension;
import io.substrait.proto.Expression;
import io.substrait.proto.ExtensionLeafRel;
import io.substrait.proto.FilterRel;
import io.substrait.proto.JoinRel;
import io.substrait.proto.Plan;
import io.substrait.proto.ReadRel;
import io.substrait.proto.ReadRel.LocalFiles;
import io.substrait.proto.ReadRel.LocalFiles.FileOrFiles;
import io.substrait.proto.Rel;
import io.substrait.proto.RelCommon;
import io.substrait.proto.WriteRel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Looks for a way past the policy in plans that no parser has seen: {@code bob} may see of {@code people} the rows of the EU, {@code
 * name} masked, and no {@code salary}; of {@code secrets} nothing. The one row outside the EU holds what breaks careless expressions.
 */
class SubstraitPolicyIT {
    private static final String ARITHMETIC = "extension:io.substrait:functions_arithmetic";
    private static final String COMPARISON = "extension:io.substrait:functions_comparison";

    @TempDir
    static Path folder;

    private static EngineFixture bob;

    @BeforeAll
    static void open() throws IOException {
        bob = RestrictedBob.open(
                folder,
                RestrictedBob.NAMELESS_EU,
                "CREATE TABLE people (id INTEGER, name VARCHAR, region VARCHAR, salary INTEGER, divisor INTEGER)",
                "INSERT INTO people VALUES (1, 'Ada', 'EU', 100, 1), (2, 'Blaise', 'EU', 200, 2), "
                        + "(3, 'Mallory', 'US', 300, 0)",
                "CREATE TABLE secrets (id INTEGER)",
                "INSERT INTO secrets VALUES (42)",
                "CREATE VIEW names AS SELECT id, name FROM people");
    }

    @AfterAll
    static void close() {
        bob.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "main.people", "lake.main.people", "LAKE.Main.PEOPLE"})
    void rowsAndColumnsAreThosePolicyLeaves(String table) {
        assertThat(bob.rows(query(read(table, "id", I32, "name", TEXT, "region", TEXT), "a", "b", "c")))
                .containsExactlyInAnyOrder("1|***|EU", "2|***|EU");
    }

    @Test
    void viewShowsWhatItsTableShows() {
        assertThat(bob.rows(query(read("names", "name", TEXT, "id", I32), "a", "b")))
                .containsExactlyInAnyOrder("***|1", "***|2");
    }

    @Test
    void columnsAreFoundByNameWhateverOrderTheClientThinksTheyHave() {
        assertThat(bob.rows(query(read("people", "divisor", I32, "id", I32), "a", "b")))
                .containsExactlyInAnyOrder("1|1", "2|2");
    }

    @Test
    void noExpressionRunsOnHiddenRows() {
        Rel people = read("people", "id", I32, "divisor", I32);
        Rel divided = project(people, 2, call(1, number(10), column(1)));
        Rel found = filter(read("people", "id", I32, "name", TEXT), call(1, column(1), text("Mallory")));

        assertThat(bob.rows(query(divided, List.of("q"), ARITHMETIC, "divide:i32_i32")))
                .containsExactlyInAnyOrder("10", "5");
        assertThat(bob.rows(query(found, List.of("a", "b"), COMPARISON, "equal:any_any")))
                .isEmpty();
    }

    @Test
    void filterInsideTheReadSeesMaskedValuesToo() {
        ReadRel.Builder unmasked =
                reading("people", "id", I32, "name", TEXT).setFilter(call(1, column(1), text("Ada")));
        ReadRel.Builder masked = reading("people", "id", I32, "name", TEXT).setFilter(call(1, column(1), text("***")));

        assertThat(bob.rows(query(rel(unmasked), List.of("a", "b"), COMPARISON, "equal:any_any")))
                .isEmpty();
        assertThat(bob.rows(query(rel(masked), List.of("a", "b"), COMPARISON, "equal:any_any")))
                .hasSize(2);
    }

    @Test
    void subqueriesAndJoinsAreUnderThePolicyAsWell() {
        Rel names = read("people", "name", TEXT);
        Rel joined = Rel.newBuilder()
                .setJoin(JoinRel.newBuilder()
                        .setLeft(names)
                        .setRight(read("people", "name", TEXT))
                        .setType(JoinRel.JoinType.JOIN_TYPE_OUTER)
                        .setExpression(call(1, column(0), column(1))))
                .build();
        Rel asked = filter(
                read("people", "id", I32),
                call(
                        1,
                        text("Mallory"),
                        Expression.newBuilder()
                                .setSubquery(Expression.Subquery.newBuilder()
                                        .setScalar(Expression.Subquery.Scalar.newBuilder()
                                                .setInput(filter(
                                                        read("people", "name", TEXT),
                                                        call(1, column(0), text("Mallory"))))))
                                .build()));

        assertThat(bob.rows(query(joined, List.of("a", "b"), COMPARISON, "equal:any_any")))
                .hasSize(4)
                .containsOnly("***|***");
        assertThat(bob.rows(query(asked, List.of("a"), COMPARISON, "equal:any_any")))
                .isEmpty();
    }

    @Test
    void hiddenColumnIsAsIfItDidNotExist() {
        QueryException hidden = bob.failure(query(read("people", "salary", I32), "a"));
        QueryException missing = bob.failure(query(read("people", "salami", I32), "a"));

        assertThat(hidden.code()).isEqualTo(missing.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
        assertThat(hidden.getMessage()).isEqualTo(messageOf(missing).replace("salami", "salary"));
    }

    @Test
    void deniedTableIsAsIfItDidNotExist() {
        QueryException denied = bob.failure(query(read("secrets", "id", I32), "a"));
        QueryException missing = bob.failure(query(read("secretz", "id", I32), "a"));

        assertThat(denied.code()).isEqualTo(missing.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
        assertThat(denied.getMessage()).isEqualTo(messageOf(missing).replace("secretz", "secrets"));
    }

    private static String messageOf(QueryException failure) {
        return String.valueOf(failure.getMessage());
    }

    static Stream<Arguments> whatIsRefused() throws IOException {
        Rel people = read("people", "id", I32);
        Any internal =
                Any.pack(IcebergRead.newBuilder().setTable("lake.main.secrets").build());
        RelCommon barrier = RelCommon.newBuilder()
                .setAdvancedExtension(
                        AdvancedExtension.newBuilder().setEnhancement(Any.pack(SecurityBarrier.getDefaultInstance())))
                .build();
        FileOrFiles file = FileOrFiles.newBuilder()
                .setUriFile("file://" + dataFile())
                .setParquet(FileOrFiles.ParquetReadOptions.getDefaultInstance())
                .build();
        Plan newer = plan(people, "a")
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                4_000,
                                UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build())
                .build();
        return Stream.of(
                refused(
                        "a file",
                        query(
                                rel(reading("people", "id", I32)
                                        .setLocalFiles(LocalFiles.newBuilder().addItems(file))),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "a folder",
                        query(
                                rel(reading("people", "id", I32)
                                        .setLocalFiles(LocalFiles.newBuilder()
                                                .addItems(
                                                        FileOrFiles.newBuilder().setUriFolder("/etc")))),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "an Iceberg table by its metadata",
                        query(
                                rel(reading("people", "id", I32)
                                        .setIcebergTable(ReadRel.IcebergTable.newBuilder()
                                                .setDirect(ReadRel.IcebergTable.MetadataFileRead.newBuilder()
                                                        .setMetadataUri("file:///x.json")))),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "our own read of files",
                        query(
                                rel(reading("people", "id", I32)
                                        .setExtensionTable(ReadRel.ExtensionTable.newBuilder()
                                                .setDetail(internal))),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "an extension's leaf",
                        query(
                                Rel.newBuilder()
                                        .setExtensionLeaf(
                                                ExtensionLeafRel.newBuilder().setDetail(internal))
                                        .build(),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "our own barrier",
                        query(
                                Rel.newBuilder()
                                        .setFilter(FilterRel.newBuilder()
                                                .setCommon(barrier)
                                                .setInput(people)
                                                .setCondition(Expression.newBuilder()
                                                        .setLiteral(Expression.Literal.newBuilder()
                                                                .setBoolean(true))))
                                        .build(),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "an enhanced name",
                        query(
                                rel(reading("people", "id", I32)
                                        .setNamedTable(ReadRel.NamedTable.newBuilder()
                                                .addNames("people")
                                                .setAdvancedExtension(AdvancedExtension.newBuilder()
                                                        .setEnhancement(internal)))),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "a write",
                        query(
                                Rel.newBuilder()
                                        .setWrite(WriteRel.newBuilder().setInput(people))
                                        .build(),
                                "a"),
                        ErrorCode.NOT_SUPPORTED),
                refused(
                        "a function nobody has",
                        query(
                                project(people, 1, call(1, column(0))),
                                List.of("a"),
                                "extension:io.sqe:functions",
                                "read_text:str"),
                        ErrorCode.FUNCTION_NOT_FOUND),
                refused(
                        "the engine's function",
                        query(
                                project(people, 1, call(1, text("/etc/passwd"))),
                                List.of("a"),
                                "extension:io.substrait:functions_string",
                                "read_text:str"),
                        ErrorCode.FUNCTION_NOT_FOUND),
                refused(
                        "a function of an unknown extension",
                        query(
                                project(people, 1, call(1, column(0), column(0))),
                                List.of("a"),
                                "extension:evil:functions",
                                "add:i32_i32"),
                        ErrorCode.FUNCTION_NOT_FOUND),
                refused(
                        "an undeclared function",
                        query(project(people, 1, call(9, column(0))), "a"),
                        ErrorCode.SEMANTIC_ERROR),
                refused(
                        "arguments that do not fit",
                        query(
                                project(people, 1, call(1, column(0), text("x"))),
                                List.of("a"),
                                ARITHMETIC,
                                "add:i32_i32"),
                        ErrorCode.INVALID_ARGUMENTS),
                refused(
                        "a column that is not there",
                        query(project(people, 1, column(1)), "a"),
                        ErrorCode.SEMANTIC_ERROR),
                refused("a negative column", query(project(people, 1, column(-1)), "a"), ErrorCode.SEMANTIC_ERROR),
                refused(
                        "an output that is not there",
                        query(project(people, 7, column(0)), "a"),
                        ErrorCode.SEMANTIC_ERROR),
                refused(
                        "too few names",
                        query(read("people", "id", I32, "divisor", I32), "a"),
                        ErrorCode.SEMANTIC_ERROR),
                refused("a column of another type", query(read("people", "id", TEXT), "a"), ErrorCode.TYPE_MISMATCH),
                refused("a condition that is none", query(filter(people, column(0)), "a"), ErrorCode.TYPE_MISMATCH),
                refused(
                        "a table without a name",
                        query(
                                rel(reading("people", "id", I32)
                                        .setNamedTable(
                                                ReadRel.NamedTable.newBuilder().addNames(""))),
                                "a"),
                        ErrorCode.SEMANTIC_ERROR),
                refused("a field of the future", new SubstraitQuery(newer.toByteArray()), ErrorCode.NOT_SUPPORTED),
                refused("nothing", new SubstraitQuery(new byte[0]), ErrorCode.NOT_SUPPORTED));
    }

    private static Arguments refused(String what, SubstraitQuery query, ErrorCode code) {
        return Arguments.of(what, query, code);
    }

    private static Path dataFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsRefused")
    void whatIsNoQueryOverNamedTablesIsRefused(String what, SubstraitQuery query, ErrorCode code) {
        QueryException failure = bob.failure(query);

        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
    }

    @Test
    void garbageIsRefused() {
        Random random = new Random(11);
        byte[] valid = query(read("people", "id", I32, "name", TEXT), "a", "b").plan();
        for (int i = 0; i < 300; i++) {
            byte[] bytes = valid.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                assertThat(bob.rows(new SubstraitQuery(bytes)))
                        .noneMatch(row -> row.contains("Mallory") || row.contains("Ada"));
            } catch (QueryException told) {
                assertThat(told.code()).as(told.getMessage()).isNotEqualTo(ErrorCode.INTERNAL_ERROR);
            }
        }
        assertThat(bob.failure(new SubstraitQuery(
                                ByteString.copyFromUtf8("SELECT 1").toByteArray()))
                        .code())
                .isEqualTo(ErrorCode.SEMANTIC_ERROR);
    }

    @Test
    void depthAndSizeHaveALimit() {
        Rel deep = read("people", "id", I32);
        for (int i = 0; i < 600; i++) {
            deep = filter(
                    deep,
                    Expression.newBuilder()
                            .setLiteral(Expression.Literal.newBuilder().setBoolean(true))
                            .build());
        }
        Rel wide = read("people", "id", I32);
        for (int i = 0; i < 400; i++) {
            RelCommon.Emit.Builder emit = RelCommon.Emit.newBuilder();
            for (int column = 0; column < 5_000; column++) {
                emit.addOutputMapping(0);
            }
            wide = Rel.newBuilder()
                    .setFilter(FilterRel.newBuilder()
                            .setInput(wide)
                            .setCondition(Expression.newBuilder()
                                    .setLiteral(Expression.Literal.newBuilder().setBoolean(true)))
                            .setCommon(RelCommon.newBuilder().setEmit(emit)))
                    .build();
        }

        assertThat(bob.failure(query(deep, "a")).code()).isEqualTo(ErrorCode.SEMANTIC_ERROR);
        assertThat(bob.failure(query(wide, "a")).code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED);
        assertThat(bob.failure(new SubstraitQuery(new byte[5 << 20])).code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED);
    }
}
