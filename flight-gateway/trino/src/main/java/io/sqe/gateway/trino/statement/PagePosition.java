package io.sqe.gateway.trino.statement;

import java.util.Locale;

/** Which page of a statement. */
public record PagePosition(Stage stage, long token) {

    PagePosition next() {
        return new PagePosition(stage, token + 1);
    }

    @Override
    public String toString() {
        return stage.pathName() + "/" + token;
    }

    /** What a page is waited for. */
    public enum Stage {
        /** That the statement starts. */
        QUEUED,
        /** Its rows. */
        EXECUTING;

        public String pathName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
