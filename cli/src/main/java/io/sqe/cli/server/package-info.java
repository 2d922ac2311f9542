/**
 * The commands for who runs a server.
 *
 * <p>In: arguments, a configuration file, signals. Out: a server that runs until it is told to end; what its configuration says; hashes
 * for its file of users. Never: queries, rows.
 */
@NullMarked
package io.sqe.cli.server;

import org.jspecify.annotations.NullMarked;
