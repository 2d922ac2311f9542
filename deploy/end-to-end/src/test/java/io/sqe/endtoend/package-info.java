/**
 * The whole engine, from SQL text to Arrow, as the program opens it: against policies, bad input, and plain DuckDB.
 *
 * <p>In: SQL. Out: rows or a coded failure. Never: a class from between the doors.
 */
@NullMarked
package io.sqe.endtoend;

import org.jspecify.annotations.NullMarked;
