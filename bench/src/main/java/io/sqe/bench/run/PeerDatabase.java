package io.sqe.bench.run;

import java.nio.file.Path;
import java.util.List;

/** The engine that ours is compared with. */
public interface PeerDatabase extends Contender {

    /** Makes a name mean the rows of some Parquet files. */
    void show(String table, List<Path> files);

    /** Runs a statement for its effect. */
    void execute(String sql);

    /** What it is and in which version, for the report. */
    String version();
}
