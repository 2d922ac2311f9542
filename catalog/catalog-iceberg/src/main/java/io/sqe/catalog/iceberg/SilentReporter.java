package io.sqe.catalog.iceberg;

import org.apache.iceberg.metrics.MetricsReport;
import org.apache.iceberg.metrics.MetricsReporter;

/** Drops Iceberg's reports of scans and commits: a query's own profile tells more. Iceberg makes it by its class name. */
public final class SilentReporter implements MetricsReporter {

    @Override
    public void report(MetricsReport report) {
        // Nobody reads it.
    }
}
