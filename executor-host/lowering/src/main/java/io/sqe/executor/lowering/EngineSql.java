package io.sqe.executor.lowering;

import java.util.List;
import java.util.Set;

/**
 * What the engine is asked, and what it must be given to answer.
 *
 * @param preparation statements to run before on the same connection; they define what {@code sql} names and show policies,
 *     so nobody but the engine may see them
 * @param sql one SELECT
 * @param columns what it answers, in order
 * @param folders local folders that it reads files from
 */
public record EngineSql(List<String> preparation, String sql, List<EngineColumn> columns, Set<String> folders) {

    public EngineSql {
        preparation = List.copyOf(preparation);
        columns = List.copyOf(columns);
        folders = Set.copyOf(folders);
    }

    /**
     * A column of the answer.
     *
     * @param name the plan's name; need not be unique
     * @param type the engine's spelling of the plan's type
     */
    public record EngineColumn(String name, String type) {}
}
