package io.sqe.catalog.scan;

import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;

/**
 * A scan to be planned.
 *
 * @param predicate rows that the query can do without are those it is false or null for; used to skip files only
 */
public record ScanRequest(TableName table, TableVersion version, ScanPredicate predicate) {

    public static ScanRequest of(TableName table) {
        return new ScanRequest(table, new TableVersion.Current(), new ScanPredicate.True());
    }

    public ScanRequest at(TableVersion other) {
        return new ScanRequest(table, other, predicate);
    }

    public ScanRequest where(ScanPredicate other) {
        return new ScanRequest(table, version, other);
    }
}
