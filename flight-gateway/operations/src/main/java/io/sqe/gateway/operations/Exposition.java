package io.sqe.gateway.operations;

/** What is told to who scrapes metrics. Safe for use by many threads. */
@FunctionalInterface
public interface Exposition {

    String text(Format format);

    /** How it is written. Traces of single queries (exemplars) are in the second alone. */
    enum Format {
        PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),
        OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        /** The one that a scraper has asked for. */
        static Format of(String accept) {
            return accept.contains("application/openmetrics-text") ? OPEN_METRICS : PROMETHEUS;
        }
    }
}
