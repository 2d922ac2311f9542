/**
 * What operators and orchestrators reach over HTTP.
 *
 * <p>In: requests for metrics, health, status, queries and cancelling. Out: text for Prometheus, JSON for people and programs. Never:
 * rows, SQL to run, the queries of others for who may not see them.
 */
@NullMarked
package io.sqe.gateway.operations;

import org.jspecify.annotations.NullMarked;
