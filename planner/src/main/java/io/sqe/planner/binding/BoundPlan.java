package io.sqe.planner.binding;

import io.sqe.catalog.TableName;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;

/**
 * A relational tree, names and types resolved. Its scans have the columns the principal may know of, and are not restricted yet.
 *
 * @param columnNames the result's columns as named by the person; two may be equal
 * @param tables what is read, in the order of scan numbers
 * @param access what policy decided for each table that is read
 */
public record BoundPlan(
        RelNode root,
        List<String> columnNames,
        List<BoundTable> tables,
        List<BoundFiles> files,
        Principal principal,
        Map<TableName, TableAccess> access) {

    public BoundPlan {
        columnNames = List.copyOf(columnNames);
        tables = List.copyOf(tables);
        files = List.copyOf(files);
        access = Map.copyOf(access);
    }
}
