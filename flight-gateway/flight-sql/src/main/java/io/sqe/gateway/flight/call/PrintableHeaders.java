package io.sqe.gateway.flight.call;

import java.util.regex.Pattern;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;

/**
 * Refuses headers that no HTTP client may send (RFC 9113, 8.2.1), and that gRPC hands on all the same: a line break in one that is
 * written down somewhere would begin a line of its own there.
 */
final class PrintableHeaders {
    private static final Pattern NAME = Pattern.compile("[0-9a-z._-]+");
    private static final String BINARY = "-bin";

    private PrintableHeaders() {}

    /** @throws FlightRuntimeException if one of them has a control character, or a name that is none */
    static void check(CallHeaders headers) {
        for (String name : headers.keys()) {
            if (!NAME.matcher(name).matches() || !isPrintable(headers, name)) {
                throw CallStatus.INVALID_ARGUMENT
                        .withDescription("A header has a control character. Send headers without line breaks.")
                        .toRuntimeException();
            }
        }
    }

    private static boolean isPrintable(CallHeaders headers, String name) {
        if (name.endsWith(BINARY)) {
            return true;
        }
        for (String value : headers.getAll(name)) {
            if (value.chars().anyMatch(character -> Character.isISOControl(character) && character != '\t')) {
                return false;
            }
        }
        return true;
    }
}
