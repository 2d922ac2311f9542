package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.failure.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Asks what clients ask before anything else, in their words. {@code bob} may see of {@code people} no {@code salary}, and of {@code
 * secrets} nothing.
 */
class SystemTablesIT {
    @TempDir
    static Path folder;

    private static EngineFixture bob;

    @BeforeAll
    static void open() throws IOException {
        bob = RestrictedBob.open(
                folder,
                "",
                "CREATE TABLE people (id INTEGER NOT NULL, name VARCHAR COMMENT 'who', salary DECIMAL(10, 2), seen TIMESTAMP(6)) COMMENT 'staff'",
                "CREATE TABLE secrets (id INTEGER)",
                "CREATE VIEW names AS SELECT id, name FROM people",
                "CREATE VIEW pay AS SELECT salary FROM people");
    }

    @AfterAll
    static void close() {
        bob.close();
    }

    @Test
    void trinosJdbcDriverLearnsTablesAndColumns() {
        assertThat(bob.rows("""
                SELECT TABLE_CAT, TABLE_SCHEM, TABLE_NAME, TABLE_TYPE, REMARKS,
                  TYPE_CAT, TYPE_SCHEM, TYPE_NAME,   SELF_REFERENCING_COL_NAME, REF_GENERATION
                FROM system.jdbc.tables
                WHERE TABLE_CAT = 'lake' AND TABLE_SCHEM LIKE 'main' ESCAPE '\\' AND TABLE_NAME LIKE '%e%' ESCAPE '\\' AND TABLE_TYPE IN ('TABLE', 'VIEW')
                ORDER BY TABLE_TYPE, TABLE_CAT, TABLE_SCHEM, TABLE_NAME"""))
                .containsExactly(
                        "lake|main|people|TABLE|null|null|null|null|null|null",
                        "lake|main|names|VIEW|null|null|null|null|null|null");
        assertThat(bob.rows("""
                SELECT TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, DATA_TYPE,
                  TYPE_NAME, COLUMN_SIZE, BUFFER_LENGTH, DECIMAL_DIGITS, NUM_PREC_RADIX,
                  NULLABLE, REMARKS, COLUMN_DEF, SQL_DATA_TYPE, SQL_DATETIME_SUB,
                  CHAR_OCTET_LENGTH, ORDINAL_POSITION, IS_NULLABLE,
                  SCOPE_CATALOG, SCOPE_SCHEMA, SCOPE_TABLE,
                  SOURCE_DATA_TYPE, IS_AUTOINCREMENT, IS_GENERATEDCOLUMN
                FROM system.jdbc.columns
                WHERE TABLE_CAT = 'lake' AND TABLE_SCHEM LIKE 'main' ESCAPE '\\' AND TABLE_NAME LIKE 'people' ESCAPE '\\' AND COLUMN_NAME LIKE '%' ESCAPE '\\'
                ORDER BY TABLE_CAT, TABLE_SCHEM, TABLE_NAME, ORDINAL_POSITION"""))
                .containsExactly(
                        "lake|main|people|id|4|integer|10|0|null|10|2|null|null|null|null|null|1|NO|null|null|null|null|null|null",
                        "lake|main|people|name|12|varchar|2147483647|0|null|null|2|who|null|null|null|2147483647|2|YES|null|null|null|null|null|null",
                        "lake|main|people|seen|93|timestamp(6)|28|0|6|null|2|null|null|null|null|null|3|YES|null|null|null|null|null|null");
    }

    @Test
    void trinosJdbcDriverLearnsTheRest() {
        assertThat(bob.rows("SELECT TABLE_CAT\nFROM system.jdbc.catalogs\nORDER BY TABLE_CAT"))
                .containsExactly("lake", "system");
        assertThat(bob.rows("""
                SELECT TABLE_SCHEM, TABLE_CATALOG
                FROM system.jdbc.schemas
                WHERE TABLE_CATALOG = 'lake' AND TABLE_SCHEM LIKE '%' ESCAPE '\\'
                ORDER BY TABLE_CATALOG, TABLE_SCHEM""")).containsExactly("information_schema|lake", "main|lake");
        assertThat(bob.rows("SELECT TABLE_TYPE\nFROM system.jdbc.table_types\nORDER BY TABLE_TYPE"))
                .containsExactly("TABLE", "VIEW");
        assertThat(bob.rows("""
                SELECT TYPE_NAME, DATA_TYPE, PRECISION, LITERAL_PREFIX, LITERAL_SUFFIX,
                CREATE_PARAMS, NULLABLE, CASE_SENSITIVE, SEARCHABLE, UNSIGNED_ATTRIBUTE,
                FIXED_PREC_SCALE, AUTO_INCREMENT, LOCAL_TYPE_NAME, MINIMUM_SCALE, MAXIMUM_SCALE,
                SQL_DATA_TYPE, SQL_DATETIME_SUB, NUM_PREC_RADIX
                FROM system.jdbc.types
                ORDER BY DATA_TYPE"""))
                .contains("bigint|-5|19|null|null|null|1|false|3|null|false|null|null|0|0|null|null|10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, null, null, null, REMARKS, PROCEDURE_TYPE, SPECIFIC_NAME FROM system.jdbc.procedures ORDER BY PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME LIMIT 0",
                "SELECT TYPE_CAT, TYPE_SCHEM, TYPE_NAME, CLASS_NAME, DATA_TYPE, REMARKS, BASE_TYPE FROM system.jdbc.udts ORDER BY DATA_TYPE, TYPE_CAT, TYPE_SCHEM, TYPE_NAME LIMIT 0",
                "SELECT TYPE_CAT, TYPE_SCHEM, TYPE_NAME, SUPERTYPE_CAT, SUPERTYPE_SCHEM, SUPERTYPE_NAME FROM system.jdbc.super_types ORDER BY TYPE_CAT, TYPE_SCHEM, TYPE_NAME LIMIT 0",
                "SELECT TABLE_CAT, TABLE_SCHEM, TABLE_NAME, SUPERTABLE_NAME FROM system.jdbc.super_tables ORDER BY TABLE_CAT, TABLE_SCHEM, TABLE_NAME LIMIT 0",
                "SELECT * FROM system.jdbc.procedure_columns",
                "SELECT * FROM system.jdbc.pseudo_columns",
                "SELECT * FROM system.jdbc.attributes",
                "SELECT grantee, privilege_type FROM lake.information_schema.table_privileges WHERE table_schema = 'main'",
                "SELECT * FROM system.metadata.materialized_views WHERE catalog_name = 'lake' AND schema_name = 'main'",
                "SELECT * FROM system.metadata.table_properties",
            })
    void whatThereIsNothingOfIsEmpty(String sql) {
        assertThat(bob.rows(sql)).isEmpty();
    }

    @Test
    void sqlAlchemyReflects() {
        assertThat(bob.rows("""
                SELECT
                    "column_name",
                    "data_type",
                    "column_default",
                    UPPER("is_nullable") AS "is_nullable",
                    "comment"
                FROM "information_schema"."columns"
                WHERE "table_schema" = 'main'
                  AND "table_name" = 'names'
                ORDER BY "ordinal_position" ASC""")).containsExactly("id|integer|null|YES|null", "name|varchar|null|YES|null");
        assertThat(bob.rows("SELECT \"schema_name\" FROM \"information_schema\".\"schemata\" ORDER BY 1"))
                .containsExactly("information_schema", "main");
        assertThat(
                        bob.rows(
                                "SELECT \"view_definition\" FROM \"information_schema\".\"views\" WHERE \"table_schema\" = 'main' AND \"table_name\" = 'names'"))
                .containsExactly("SELECT id, name FROM people");
        assertThat(bob.rows("""
                SELECT "comment"
                FROM "system"."metadata"."table_comments"
                WHERE "catalog_name" = 'lake'
                  AND "schema_name" = 'main'
                  AND "table_name" = 'people'""")).containsExactly("staff");
    }

    @Test
    void dbtFindsItsRelations() {
        assertThat(bob.rows("""
                select t.table_catalog as "database", t.table_name as "name", t.table_schema as "schema",
                  case when mv.name is not null then 'materialized_view'
                       when t.table_type = 'BASE TABLE' then 'table'
                       when t.table_type = 'VIEW' then 'view' else t.table_type end as table_type
                from lake.information_schema.tables t
                left join (select * from system.metadata.materialized_views
                           where catalog_name = 'lake' and schema_name = lower('main')) mv
                  on mv.catalog_name = t.table_catalog and mv.schema_name = t.table_schema and mv.name = t.table_name
                where t.table_schema = 'main' order by 2"""))
                .containsExactly("lake|names|main|view", "lake|pay|main|view", "lake|people|main|table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM information_schema.columns",
                "SELECT * FROM information_schema.columns WHERE table_name = 'secrets' OR column_name = 'salary'",
                "SELECT * FROM information_schema.views",
                "SELECT * FROM system.information_schema.columns",
                "SELECT * FROM system.jdbc.tables",
                "SELECT * FROM system.jdbc.columns",
                "SELECT * FROM system.metadata.table_comments",
                "SHOW TABLES FROM information_schema",
            })
    void nothingHiddenIsListed(String sql) {
        assertThat(bob.rows(sql)).noneMatch(row -> row.contains("secrets") || row.contains("salary"));
    }

    @Test
    void whoMaySeeAllIsToldAll() {
        try (EngineFixture owner = EngineFixture.open(folder.resolve("warehouse"))) {
            assertThat(owner.rows(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY 1"))
                    .containsExactly("names", "pay", "people", "secrets");
            assertThat(owner.rows("SELECT column_name FROM information_schema.columns WHERE column_name = 'salary'"))
                    .hasSize(2);
        }
    }

    @Test
    void listingsJoinAndCountLikeTables() {
        assertThat(bob.rows("SELECT count(*) > 100 FROM system.jdbc.columns")).containsExactly("true");
        assertThat(
                        bob.rows(
                                "SELECT c.column_name FROM information_schema.columns c JOIN (VALUES 'id', 'other') v(n) ON v.n = c.column_name WHERE c.table_name = 'people'"))
                .containsExactly("id");
        assertThat(bob.rows("SHOW CATALOGS")).containsExactly("lake", "system");
        assertThat(bob.rows("SHOW SCHEMAS")).containsExactly("information_schema", "main");
    }

    @Test
    void aListingIsNeverServedAgain() {
        try (EngineFixture owner = EngineFixture.open(folder.resolve("fresh"))) {
            String sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'";
            assertThat(owner.rows(sql)).isEmpty();
            owner.run("CREATE TABLE made (id INTEGER)");
            assertThat(owner.rows(sql)).containsExactly("made");
        }
    }

    @Test
    void everybodySeesWhatTheyRun() {
        assertThat(bob.rows("SELECT state, \"user\" FROM system.runtime.queries WHERE query LIKE '%runtime.queries%'"))
                .contains("PLANNING|bob");
        assertThat(bob.rows("SELECT coordinator, state FROM system.runtime.nodes"))
                .containsExactly("true|active");
        assertThat(bob.rows("SELECT count(*) > 0 FROM system.runtime.tasks")).containsExactly("true");
        assertThat(bob.rows("SELECT grantee, role_name FROM information_schema.applicable_roles"))
                .containsExactly("bob|analyst");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE SCHEMA information_schema",
                "CREATE SCHEMA \"INFORMATION_SCHEMA\"",
                "CREATE SCHEMA system.mine",
                "CREATE TABLE information_schema.mine (id INTEGER)",
                "CREATE TABLE system.jdbc.mine AS SELECT 1 AS id",
                "CREATE OR REPLACE VIEW information_schema.tables AS SELECT 1 AS id",
                "DROP TABLE information_schema.tables",
                "DROP SCHEMA information_schema",
                "INSERT INTO system.jdbc.table_types VALUES ('MINE')",
            })
    void nobodyCanWriteThere(String sql) {
        assertThat(bob.failure(sql).code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        assertThat(bob.failure(sql)).hasMessageContaining("read-only");
    }
}
