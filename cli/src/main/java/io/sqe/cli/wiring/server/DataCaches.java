package io.sqe.cli.wiring.server;

import io.sqe.executor.cache.DataCacheLimits;
import io.sqe.gateway.configuration.DataCacheSettings;

/** What an engine of this server may keep of data files. */
final class DataCaches {
    private DataCaches() {}

    static DataCacheLimits limits(DataCacheSettings settings) {
        return settings.enabled()
                ? new DataCacheLimits(settings.usesMin(), settings.bytesMax().bytes(), settings.idleMax())
                : DataCacheLimits.OFF;
    }
}
