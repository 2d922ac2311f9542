package io.sqe.gateway.trino.spooling;

import java.io.InputStream;

/**
 * A segment's bytes, to be sent. The stream's reader closes it.
 *
 * @param length of all that the stream gives
 */
public record SegmentContent(long length, InputStream stream) {}
