package io.sqe.catalog.iceberg.table;

/** A metadata file that is missing or cannot be parsed. Never leaves this module: {@link CatalogFailures} says it to a person. */
public final class UnreadableFileException extends RuntimeException {

    /** @param what names the file, as in "manifest /a/b.avro cannot be read" */
    public UnreadableFileException(String what, Throwable cause) {
        super(what, cause);
    }
}
