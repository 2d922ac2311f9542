/**
 * Puts a server together, concern by concern, and takes it apart in order.
 *
 * <p>In: a checked configuration. Out: open ports, and one call each to reload and to end. Never: how a query is run, what the
 * command line looks like.
 *
 * <p>Each concern has a class of its own ({@link io.sqe.cli.wiring.server.ServerSecurity},
 * {@link io.sqe.cli.wiring.server.ServerObservation}, {@link io.sqe.cli.wiring.server.ServerEngine}), each port is a
 * {@link io.sqe.cli.wiring.server.ServerPort}; {@link io.sqe.cli.wiring.server.SqeServer} names them in the order in which they open.
 */
@NullMarked
package io.sqe.cli.wiring.server;

import org.jspecify.annotations.NullMarked;
