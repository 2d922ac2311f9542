package io.sqe.gateway.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The style sheets, scripts and pictures of the pages, all of this jar and its dependencies. Read when first asked for. */
final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String OWN = "/io/sqe/gateway/web/assets/";

    private static final Map<String, Source> SOURCES = Map.of(
            "pico.css", new Source(WEBJARS + "picocss__pico/2.1.1/css/pico.min.css", "text/css; charset=utf-8"),
            "htmx.js", new Source(WEBJARS + "htmx.org/2.0.7/dist/htmx.min.js", "text/javascript; charset=utf-8"),
            "sqe.css", new Source(OWN + "sqe.css", "text/css; charset=utf-8"),
            "sqe.js", new Source(OWN + "sqe.js", "text/javascript; charset=utf-8"),
            "sqe.svg", new Source(OWN + "sqe.svg", "image/svg+xml"));

    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    boolean has(String name) {
        return SOURCES.containsKey(name);
    }

    void send(String name, ServerRequest request, ServerResponse response) {
        Asset asset = loaded.computeIfAbsent(name, Assets::load);
        Answers.guarded(response).header(HeaderNames.CACHE_CONTROL, "no-cache").header(HeaderNames.ETAG, asset.tag);
        boolean isKnown = request.headers()
                .first(HeaderNames.IF_NONE_MATCH)
                .filter(asset.tag::equals)
                .isPresent();
        if (isKnown) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            response.header(HeaderNames.CONTENT_TYPE, asset.type).send(asset.bytes);
        }
    }

    private static Asset load(String name) {
        Source source = SOURCES.getOrDefault(name, new Source("", ""));
        try (InputStream stream = Assets.class.getResourceAsStream(source.resource())) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file " + source.resource());
            }
            byte[] bytes = stream.readAllBytes();
            return new Asset(bytes, source.type(), tag(bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + source.resource(), failure);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private record Source(String resource, String type) {}

    /** A file as it was read. */
    private static final class Asset {
        private final byte[] bytes;
        private final String type;
        private final String tag;

        Asset(byte[] bytes, String type, String tag) {
            this.bytes = bytes;
            this.type = type;
            this.tag = tag;
        }
    }
}
