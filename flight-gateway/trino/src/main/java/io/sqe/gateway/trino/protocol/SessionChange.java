package io.sqe.gateway.trino.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a statement has changed in its session. The client keeps the session: a header tells it. */
public sealed interface SessionChange {
    String PREFIX = "X-Trino-";

    /** The name of the header that tells the client. */
    String header();

    /** The header's value; never with a line break. */
    String value();

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Names go as they are, unless a header could not hold them. */
    private static String plain(String name) {
        return name.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? name : encoded(name);
    }

    /** USE has moved to a catalog. */
    record SetCatalog(String catalog) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Set-Catalog";
        }

        @Override
        public String value() {
            return plain(catalog);
        }
    }

    /** USE has moved to a schema. */
    record SetSchema(String schema) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Set-Schema";
        }

        @Override
        public String value() {
            return plain(schema);
        }
    }

    /** SET SESSION. */
    record SetSession(String property, String propertyValue) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Set-Session";
        }

        @Override
        public String value() {
            return plain(property) + "=" + encoded(propertyValue);
        }
    }

    /** RESET SESSION. */
    record ClearSession(String property) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Clear-Session";
        }

        @Override
        public String value() {
            return plain(property);
        }
    }

    /** PREPARE. */
    record AddedPrepare(String name, String sql) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Added-Prepare";
        }

        @Override
        public String value() {
            return encoded(name) + "=" + encoded(sql);
        }
    }

    /** DEALLOCATE PREPARE. */
    record DeallocatedPrepare(String name) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Deallocated-Prepare";
        }

        @Override
        public String value() {
            return encoded(name);
        }
    }

    /** START TRANSACTION. */
    record StartedTransaction(String transaction) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Started-Transaction-Id";
        }

        @Override
        public String value() {
            return transaction;
        }
    }

    /** COMMIT, ROLLBACK. */
    record ClearedTransaction() implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Clear-Transaction-Id";
        }

        @Override
        public String value() {
            return "true";
        }
    }

    /**
     * SET ROLE.
     *
     * @param selection {@code ALL} or {@code ROLE{name}}
     */
    record SetRole(String selection) implements SessionChange {
        @Override
        public String header() {
            return PREFIX + "Set-Role";
        }

        @Override
        public String value() {
            return "system=" + encoded(selection);
        }
    }
}
