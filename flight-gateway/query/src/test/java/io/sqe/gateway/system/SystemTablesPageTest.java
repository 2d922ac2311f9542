package io.sqe.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.planner.binding.TypeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SystemTablesPageTest {
    private static final Path PAGE = Path.of("../../docs/reference/system-tables.md");

    @Test
    void theReferencePageSaysWhatColumnsThereAre() throws IOException {
        String page = page();
        if ("rewrite".equals(System.getProperty("sqe.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("Run `make golden`").isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # System tables

                Made from the code by `make golden`; do not edit. Every catalog has the schema `information_schema`, and there is a catalog
                `system` beside them; names and types are Trino's, but that a time has six digits and `columns.comment` is not left out of
                `SELECT *`. Everybody may read them, and finds in them what they may know of and nothing else: no denied table, no hidden
                column, no definition of a view over either, nobody else's queries. They are read-only, and nothing can be made under their
                names. Columns without a type are `varchar`. A listing of more than 50,000 rows is refused: ask for one schema or table in `WHERE`.
                """);
        schemas().forEach(schema -> append(page, schema));
        return page.toString();
    }

    private static List<SystemSchema> schemas() {
        return List.of(
                new InformationSchema("lake").schema(),
                JdbcTables.schema(),
                SystemMetadata.schema(),
                new RuntimeTables(RuntimeState.UNWATCHED, List::of).schema());
    }

    private static void append(StringBuilder page, SystemSchema schema) {
        String title = schema.name().toString().replace("lake.", "");
        page.append("\n## `").append(title).append("`\n\n| table | columns |\n|---|---|\n");
        schema.tables()
                .forEach(table -> page.append("| `")
                        .append(table.shape().name())
                        .append("` | ")
                        .append(columns(table))
                        .append(" |\n"));
    }

    /** Columns of VARCHAR stand without their type. */
    private static String columns(SystemTable table) {
        return table.shape().columns().stream()
                .map(column -> "`" + (column.name() + " " + TypeNames.of(column.type())).replace(" varchar", "") + "`")
                .collect(Collectors.joining(", "));
    }
}
