package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.iceberg.scan.PredicateToExpression.Uuids;
import io.sqe.catalog.scan.ScanPredicate;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Evaluator;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.InclusiveMetricsEvaluator;
import org.apache.iceberg.expressions.Projections;

/** Decides, for one predicate, which data files cannot hold a row it is true for. For use by one thread. */
final class FileSkipping {
    private final ScanPredicate predicate;
    private final InclusiveMetricsEvaluator metrics;
    private final Map<Integer, Evaluator> partitions = new HashMap<>();

    FileSkipping(ScanPredicate predicate, Schema schema) {
        this.predicate = predicate;
        Schema comparable = UuidsAsBytes.schema(schema);
        Expression rows = new PredicateToExpression(comparable, Uuids.NOT_AT_ALL).keep(predicate);
        this.metrics = new InclusiveMetricsEvaluator(comparable, rows);
    }

    boolean mayMatch(DataFile file, PartitionSpec spec) {
        return partitionMayMatch(file, spec) && metrics.eval(file);
    }

    private boolean partitionMayMatch(DataFile file, PartitionSpec spec) {
        return !spec.isPartitioned()
                || partitions
                        .computeIfAbsent(spec.specId(), _ -> projected(spec))
                        .eval(file.partition());
    }

    /** A spec names columns by its own schema, which need not be the one that the rows are read with. */
    private Evaluator projected(PartitionSpec spec) {
        Expression rows = new PredicateToExpression(spec.schema(), Uuids.EQUAL).keep(predicate);
        return new Evaluator(spec.partitionType(), Projections.inclusive(spec).project(rows));
    }
}
