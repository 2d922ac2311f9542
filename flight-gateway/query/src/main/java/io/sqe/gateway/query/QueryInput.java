package io.sqe.gateway.query;

/** What somebody wants run. A new kind does not compile until every engine knows what to do with it. */
public sealed interface QueryInput permits SqlText, SubstraitQuery, Ingestion {

    /** How people are shown it: in histories, logs and listings. */
    String text();
}
