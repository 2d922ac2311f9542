/**
 * What crosses between a process and its engine's, as protobuf and back.
 *
 * <p>In: fragments, options, failures, profiles. Out: messages of {@code engine.proto}, and the other way round. Never: a
 * connection.
 */
@NullMarked
package io.sqe.executor.wire;

import org.jspecify.annotations.NullMarked;
