package io.sqe.gateway.trino.protocol;

import io.sqe.gateway.trino.type.TrinoColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One answer to a client that follows a statement.
 *
 * @param nextPath where the client goes on, below the server's address; empty on the last page
 * @param columns absent as long as they are not known; a command has none
 */
public record ResultPage(
        String queryId,
        Optional<String> nextPath,
        Optional<List<TrinoColumn>> columns,
        PageData data,
        StatementStatistics statistics,
        Optional<TrinoError> error,
        Optional<String> updateType,
        OptionalLong updateCount,
        List<SessionChange> changes) {

    public ResultPage {
        columns = columns.map(List::copyOf);
        changes = List.copyOf(changes);
    }

    /** The only page of a statement that was refused, or the last of one that has failed. */
    public static ResultPage failed(String queryId, StatementStatistics statistics, TrinoError error) {
        return new ResultPage(
                queryId,
                Optional.empty(),
                Optional.empty(),
                new PageData.Nothing(),
                statistics,
                Optional.of(error),
                Optional.empty(),
                OptionalLong.empty(),
                List.of());
    }

    /** The rows of a page. */
    public sealed interface PageData {

        /** None. */
        record Nothing() implements PageData {}

        /**
         * Rows within the answer.
         *
         * @param json an array of arrays
         */
        record Inline(Bytes json, long rows) implements PageData {}

        /**
         * Rows in segments that are encoded apart, to be fetched or within the answer.
         *
         * @param encoding as the client has asked for it
         */
        record Segments(String encoding, List<Segment> segments) implements PageData {
            public Segments {
                segments = List.copyOf(segments);
            }
        }
    }

    /** Rows that are encoded apart. */
    public sealed interface Segment {

        /** Where the rows stand in the result, and how long they are. */
        SegmentMetadata metadata();

        /** Within the answer. */
        record Inlined(Bytes bytes, SegmentMetadata metadata) implements Segment {}

        /**
         * To be fetched, and acknowledged when it has been.
         *
         * @param path below the server's address
         * @param headers to send with the request, as a proof
         */
        record Spooled(String path, String ackPath, Map<String, String> headers, SegmentMetadata metadata)
                implements Segment {
            public Spooled {
                headers = Map.copyOf(headers);
            }

            @Override
            public String toString() {
                return "Spooled[" + path + "]";
            }
        }
    }

    /**
     * What a client must know to read a segment.
     *
     * @param size of the bytes as they are sent
     * @param uncompressedSize of the JSON; empty if it is sent as it is
     */
    public record SegmentMetadata(long rowOffset, long rows, long size, OptionalLong uncompressedSize) {}
}
