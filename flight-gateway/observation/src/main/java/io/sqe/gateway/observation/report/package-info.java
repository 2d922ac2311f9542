/**
 * What there is to tell of a query beyond its figures: why it failed, where it waited, its plan.
 *
 * <p>In: queries on their way to an engine. Out: a {@link io.sqe.gateway.observation.report.QueryReport} of each that has ended, as long
 * as there is room. Never: rows, and nothing that the query's own person was not told.
 */
@NullMarked
package io.sqe.gateway.observation.report;

import org.jspecify.annotations.NullMarked;
