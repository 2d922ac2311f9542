package io.sqe.gateway.tracing;

import java.net.URI;

/**
 * Where traces go, and how many.
 *
 * @param endpoint of a collector, such as {@code http://localhost:4318}; without a path it gets {@code /v1/traces}
 * @param sampleRate the share of traces that are kept, 0 to 1; a client that has decided for its trace has decided for us
 * @param serviceVersion of this program
 */
public record OtlpOptions(URI endpoint, double sampleRate, String serviceVersion) {
    private static final String TRACES_PATH = "/v1/traces";

    /** As the exporter wants it. */
    String url() {
        boolean isBare = endpoint.getPath() == null || endpoint.getPath().matches("/?");
        return isBare ? endpoint.resolve(TRACES_PATH).toString() : endpoint.toString();
    }
}
