package io.sqe.gateway.trace;

/**
 * What scans were planned to read, and what they could leave alone.
 *
 * @param rows in the files that are read, before any filter
 */
public record ScanFigures(long files, long filesSkipped, long bytes, long bytesSkipped, long rows) {
    public static final ScanFigures NONE = new ScanFigures(0, 0, 0, 0, 0);

    ScanFigures plus(ScanFigures more) {
        return new ScanFigures(
                files + more.files,
                filesSkipped + more.filesSkipped,
                bytes + more.bytes,
                bytesSkipped + more.bytesSkipped,
                rows + more.rows);
    }
}
