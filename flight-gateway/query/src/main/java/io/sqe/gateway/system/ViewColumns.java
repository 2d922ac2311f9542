package io.sqe.gateway.system;

import io.sqe.catalog.TableName;
import io.sqe.planner.binding.Description.ResultColumn;
import java.util.List;

/** Finds the columns of a view as the asking principal sees them: none if it may not know of all that the view reads. */
public interface ViewColumns {
    List<ResultColumn> of(TableName view);
}
