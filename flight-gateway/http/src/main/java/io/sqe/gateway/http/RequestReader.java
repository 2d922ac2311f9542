package io.sqe.gateway.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests, and refuses a chunked body that two readers may see end in different places: RFC 9112, section 7.1. Helidon passes over
 * what stands where a chunk's line should end, takes a line of any length for a chunk's length, and may read on after a body that it has
 * refused; here nothing is read after a refusal.
 *
 * <p>Helidon reads lines with {@link #readLine()} in a chunked body and nowhere else.
 */
final class RequestReader extends DataReader {
    /** A chunk's length, or the empty line after the last one; extensions and trailers, which nobody here reads, are refused. */
    private static final Pattern LENGTH = Pattern.compile("[0-9a-fA-F]{1,8}");

    private static final Pattern ZERO = Pattern.compile("0+");
    private static final int LINE_BYTES_MAX = 16;
    private static final int LINE_END_BYTES = 2;

    /** What comes next in a chunked body. */
    private enum Next {
        LENGTH,
        CHUNK,
        LINE_END,
        LAST_LINE,
        /** Nothing that we would read. */
        NOTHING
    }

    private Next next = Next.LENGTH;

    RequestReader(Supplier<byte @Nullable []> bytes) {
        super(bytes);
    }

    @Override
    public String readLine() {
        String line = wholeLine();
        next = switch (next) {
            case LENGTH -> afterLength(line);
            case LAST_LINE -> afterLast(line);
            case CHUNK, LINE_END, NOTHING -> throw refused("A chunk is not read to its end");
        };
        return line;
    }

    private String wholeLine() {
        int end;
        try {
            end = findNewLine(LINE_BYTES_MAX);
        } catch (IncorrectNewLineException half) {
            throw refused("A line in a chunked body ends with half a line end");
        }
        if (end == LINE_BYTES_MAX) {
            throw refused("A chunk's length has too many digits");
        }
        String line = readAsciiString(end);
        super.skip(LINE_END_BYTES);
        return line;
    }

    private Next afterLength(String line) {
        if (!LENGTH.matcher(line).matches()) {
            throw refused("A chunk's length is not a number");
        }
        return ZERO.matcher(line).matches() ? Next.LAST_LINE : Next.CHUNK;
    }

    private Next afterLast(String line) {
        if (!line.isEmpty()) {
            throw refused("Something follows the last chunk");
        }
        return Next.LENGTH;
    }

    @Override
    public BufferData readBuffer(int length) {
        BufferData bytes = getBuffer(length);
        super.skip(length);
        if (next == Next.CHUNK) {
            next = Next.LINE_END;
        }
        return bytes;
    }

    @Override
    public void skip(int length) {
        if (next == Next.LINE_END) {
            if (!startsWithNewLine()) {
                throw refused("A chunk is longer than it says");
            }
            next = Next.LENGTH;
        }
        super.skip(length);
    }

    @Override
    public void ensureAvailable() {
        if (next == Next.NOTHING) {
            throw new CloseConnectionException("Nothing is read after a refusal");
        }
        super.ensureAvailable();
    }

    private RequestException refused(String why) {
        next = Next.NOTHING;
        return RequestRules.refused(why);
    }
}
