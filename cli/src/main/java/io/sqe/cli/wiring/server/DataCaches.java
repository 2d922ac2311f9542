package io.sqe.cli.wiring.server;

import io.sqe.executor.cache.DataCacheLimits;
import io.sqe.gateway.configuration.DataCacheSettings;
import io.sqe.gateway.configuration.ServerConfiguration;

/** What an engine of this server may keep of data files. */
final class DataCaches {
    private DataCaches() {}

    /** Nothing without a folder to spill to: what queries need would not be given back to them. */
    static DataCacheLimits limits(ServerConfiguration server) {
        DataCacheSettings settings = server.dataCache();
        return settings.enabled() && server.coordinator().spill().directory().isPresent()
                ? new DataCacheLimits(settings.usesMin(), settings.bytesMax().bytes(), settings.idleMax())
                : DataCacheLimits.OFF;
    }
}
