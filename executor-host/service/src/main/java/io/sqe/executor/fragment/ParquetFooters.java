package io.sqe.executor.fragment;

import io.sqe.executor.Cancellation;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.fragment.Instances.Instance;
import io.sqe.executor.lowering.DataFileColumns.FileColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Reads Parquet footers through the engine, to find out which files have no field ids. */
final class ParquetFooters {
    private final Instances instances;
    private final BufferAllocator allocator;

    ParquetFooters(Instances instances, BufferAllocator allocator) {
        this.instances = instances;
        this.allocator = allocator;
    }

    /** As {@link io.sqe.executor.lowering.DataFileColumns} wants it. */
    Map<String, List<FileColumn>> withoutIds(Collection<String> paths, Cancellation cancellation) {
        Map<String, List<Element>> elements = read(paths, cancellation);
        Map<String, List<FileColumn>> columns = new HashMap<>();
        elements.forEach((path, ofFile) -> {
            if (ofFile.stream().noneMatch(Element::hasId)) {
                var rest = new ArrayList<>(ofFile);
                FileColumn root = column(rest);
                columns.put(path, root.children());
            }
        });
        return columns;
    }

    private Map<String, List<Element>> read(Collection<String> paths, Cancellation cancellation) {
        String list = paths.stream().map(ParquetFooters::quoted).collect(Collectors.joining(", ", "[", "]"));
        String sql = "SELECT file_name, name, num_children, field_id IS NOT NULL AS has_id FROM parquet_schema(" + list
                + ')';
        Instance instance = instances.acquire(Folders.of(paths));
        Map<String, List<Element>> elements = new LinkedHashMap<>();
        try (Connection connection = instance.database().connect();
                var _ = cancellation.onRequest(connection::interrupt);
                var rows = connection.query(sql, 8_192, allocator)) {
            for (VectorSchemaRoot next = rows.next(); next != null; next = rows.next()) {
                try (VectorSchemaRoot batch = next) {
                    collect(batch, elements);
                }
            }
        } catch (DuckDbException failure) {
            throw EngineFailures.of(failure);
        } finally {
            instances.release(instance);
        }
        return elements;
    }

    private static void collect(VectorSchemaRoot batch, Map<String, List<Element>> elements) {
        for (int row = 0; row < batch.getRowCount(); row++) {
            String path = String.valueOf(batch.getVector(0).getObject(row));
            String name = String.valueOf(batch.getVector(1).getObject(row));
            int children = batch.getVector(2).getObject(row) instanceof Number count ? count.intValue() : 0;
            boolean hasId = Boolean.TRUE.equals(batch.getVector(3).getObject(row));
            elements.computeIfAbsent(path, _ -> new ArrayList<>()).add(new Element(name, children, hasId));
        }
    }

    /** The footer lists elements depth first, each with the number of its children. */
    private static FileColumn column(List<Element> rest) {
        Element element = rest.removeFirst();
        List<FileColumn> children = new ArrayList<>();
        for (int i = 0; i < element.children; i++) {
            children.add(column(rest));
        }
        return new FileColumn(element.name, children);
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "''") + "'";
    }

    private record Element(String name, int children, boolean hasId) {}
}
