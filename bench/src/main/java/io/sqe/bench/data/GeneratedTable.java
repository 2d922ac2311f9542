package io.sqe.bench.data;

import io.sqe.executor.ArrowStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A table whose rows an iterator makes one by one.
 *
 * @param rows the rows of a part, made anew at each call
 * @param <R> a row as the generator makes it
 */
public record GeneratedTable<R>(String name, List<GeneratedColumn<R>> columns, int parts, IntFunction<Iterator<R>> rows)
        implements TableSource {

    public GeneratedTable {
        if (parts < 1) {
            throw new IllegalArgumentException("Table " + name + " has no parts");
        }
        columns = List.copyOf(columns);
    }

    @Override
    public Schema schema() {
        return new Schema(columns.stream().map(GeneratedColumn::field).toList());
    }

    @Override
    public ArrowStream open(int part, BufferAllocator allocator) {
        return new GeneratedStream<>(this, rows.apply(part), allocator);
    }
}
