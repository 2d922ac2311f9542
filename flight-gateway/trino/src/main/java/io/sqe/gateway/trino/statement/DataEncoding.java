package io.sqe.gateway.trino.statement;

import io.sqe.gateway.trino.protocol.ResultPage.PageData;
import io.sqe.gateway.trino.statement.RowSource.RowPage;

/** How a statement's rows are sent. Rows are encoded by one thread at a time. */
public interface DataEncoding {

    /** Rows within the answer, as all clients read them. */
    DataEncoding INLINE = (page, _) -> new PageData.Inline(page.json(), page.rows());

    /** @param rowOffset of the page's first row in the result */
    PageData encode(RowPage page, long rowOffset);

    /** Gives up what was encoded and not fetched: the client has ended the statement. Called by any thread. */
    default void abandon() {}
}
