package io.sqe.gateway.http;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses a request whose end two readers may see in different places, for what follows it would be a request to one of them and its
 * body to the other: RFC 9112, section 6.3. Tells a connection's {@link RequestPace} on the way how far the request has come.
 */
final class RequestRules implements Http1ConnectionListener {
    /** Digits alone, and no more than a long holds. */
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        if (context instanceof PacedContext paced) {
            paced.pace().firstLineRead();
        }
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (context instanceof PacedContext paced) {
            paced.pace().headRead();
            if (headers.contains(HeaderValues.CONNECTION_CLOSE)) {
                paced.pace().endAfterThis();
            }
        }
        demandOneEnd(headers);
    }

    private static void demandOneEnd(Headers headers) {
        List<String> lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        List<String> encodings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        if (!encodings.isEmpty() && !lengths.isEmpty()) {
            throw refused("Content-Length beside Transfer-Encoding");
        }
        if (lengths.size() > 1
                || !lengths.stream().allMatch(length -> LENGTH.matcher(length).matches())) {
            throw refused("Content-Length is not one number");
        }
        if (!encodings.isEmpty() && !isChunked(headers, encodings)) {
            throw refused("Transfer-Encoding other than chunked");
        }
    }

    /** As Helidon itself understands it, which takes a request with any other encoding for one without a body. */
    private static boolean isChunked(Headers headers, List<String> encodings) {
        return encodings.size() == 1 && headers.contains(HeaderValues.TRANSFER_ENCODING_CHUNKED);
    }

    /** Told to the client, which loses its connection with it. */
    static RequestException refused(String why) {
        return RequestException.builder()
                .type(EventType.BAD_REQUEST)
                .status(Status.BAD_REQUEST_400)
                .setKeepAlive(false)
                .message(why)
                .build();
    }
}
