package io.sqe.executor.lowering;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows what data files say of their own columns. */
public interface DataFileColumns {

    /**
     * The columns of those of the files that have no field ids; files that have them are absent.
     *
     * @param paths local paths of Parquet files
     */
    Map<String, List<FileColumn>> withoutIds(Collection<String> paths);

    /** A column or field under the name that its file has for it. */
    record FileColumn(String name, List<FileColumn> children) {
        public FileColumn {
            children = List.copyOf(children);
        }
    }
}
