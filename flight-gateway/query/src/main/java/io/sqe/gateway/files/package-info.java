/**
 * Files that a person names in SQL, as tables.
 *
 * <p>In: Arrow's schema of a file, as an executor found it. Out: the columns that the planner binds names to. Never: the file
 * itself.
 */
@NullMarked
package io.sqe.gateway.files;

import org.jspecify.annotations.NullMarked;
