package io.sqe.catalog.iceberg;

import java.util.OptionalLong;

/** Tells whether anything in a catalog was committed. */
interface CommitCounter {

    /** A catalog that cannot tell cheaply. */
    CommitCounter UNKNOWN = OptionalLong::empty;

    /** A number that differs from the one before if any process committed anything in between; empty if nobody knows. */
    OptionalLong commits();
}
