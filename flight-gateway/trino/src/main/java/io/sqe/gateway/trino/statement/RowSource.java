package io.sqe.gateway.trino.statement;

import io.sqe.gateway.trino.protocol.Bytes;
import io.sqe.gateway.trino.type.TrinoColumn;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;

/** A statement's rows, given out page by page. Used by one thread at a time. */
public interface RowSource {

    /** The columns; known once the first page is there. */
    List<TrinoColumn> columns();

    /** Makes the next page; blocks until it has rows, or there are no more. */
    RowPage next(PageRoom room);

    /**
     * How large a page may get.
     *
     * @param bytesMax after which a page is full
     * @param timeMax after which a page that has rows is full
     * @param mayGrowTo whether there is memory for so many bytes in all
     */
    record PageRoom(int bytesMax, Duration timeMax, LongPredicate mayGrowTo) {}

    /**
     * A page of rows.
     *
     * @param json an array of arrays
     * @param isLast whether there are no more
     */
    record RowPage(Bytes json, long rows, boolean isLast) {}
}
