package io.sqe.executor;

import io.sqe.fragment.Fragment;
import io.sqe.fragment.v1.FileRead;
import org.apache.arrow.vector.types.pojo.Schema;

/** Runs fragments. Safe for use by many threads; whoever opened it closes it. */
public interface Executor extends AutoCloseable {

    /**
     * Starts a fragment. Returns when the engine has accepted it and its schema is known; rows follow. The caller closes what
     * comes back.
     *
     * @param cancellation stops the start with {@link ExecutorException.Cancelled}, and the fragment as {@link
     *     RunningFragment#cancel} would
     * @throws ExecutorException if the engine refuses it
     */
    RunningFragment start(Fragment fragment, FragmentOptions options, Cancellation cancellation);

    /** Starts a fragment that only {@link RunningFragment#cancel} stops. */
    default RunningFragment start(Fragment fragment, FragmentOptions options) {
        return start(fragment, options, new Cancellation());
    }

    /** The text that the engine would be given, for EXPLAIN. */
    String explain(Fragment fragment);

    /** Finds out the columns of files that a person named in SQL; reads footers or the first rows only. */
    Schema describe(FileRead files);

    /** What the engine holds just now; nothing where it cannot tell. Quick: asked a few times a second. */
    default EngineMemory memory() {
        return EngineMemory.NONE;
    }

    /** What the engine keeps of data files; nothing where it cannot tell. Quick. */
    default DataCacheState dataCache() {
        return DataCacheState.NONE;
    }

    @Override
    void close();
}
