package io.sqe.bench.run;

import io.sqe.bench.data.TableLoader;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import java.nio.file.Path;
import java.util.List;

/** The engine that a benchmark measures, over a warehouse of its own. Closed by whoever launched it. */
public interface EngineUnderTest extends AutoCloseable {

    QueryEngine queries();

    /** A session in which unqualified names are tables of a namespace. */
    Session session(String namespace);

    TableLoader loader();

    /** The Parquet files that a table consists of now; the peer reads the same. */
    List<Path> dataFiles(String namespace, String table);

    @Override
    void close();
}
