/**
 * Compresses the buffers of batches on their way out, as Arrow's IPC format has it.
 *
 * <p>In: a buffer. Out: the same bytes as an LZ4 or Zstandard frame. Never: which client gets them.
 */
@NullMarked
package io.sqe.gateway.flight.compression;

import org.jspecify.annotations.NullMarked;
