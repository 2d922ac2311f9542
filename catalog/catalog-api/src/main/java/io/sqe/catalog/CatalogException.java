package io.sqe.catalog;

/** What a user can act on when a catalog could not do as asked. */
public abstract sealed class CatalogException extends RuntimeException {

    CatalogException(String message) {
        super(message);
    }

    CatalogException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A namespace that is not there. */
    public static final class UnknownNamespace extends CatalogException {
        public UnknownNamespace(NamespaceName namespace) {
            super("Schema %s does not exist. SHOW SCHEMAS lists what there is.".formatted(namespace));
        }
    }

    /** A table or view that is not there. */
    public static final class UnknownTable extends CatalogException {
        public UnknownTable(TableName table) {
            super("Table %s does not exist. SHOW TABLES lists what there is.".formatted(table));
        }
    }

    /** A snapshot, branch, tag or time that a table does not have. */
    public static final class UnknownVersion extends CatalogException {
        public UnknownVersion(TableName table, String version, String hint) {
            super("Table %s has no version %s. %s".formatted(table, version, hint));
        }
    }

    /** A thing to create that is already there. */
    public static final class AlreadyExists extends CatalogException {
        public AlreadyExists(String what) {
            super(what + " already exists. Choose another name, or drop it first.");
        }
    }

    /** A namespace to drop that still has something in it. */
    public static final class NotEmpty extends CatalogException {
        public NotEmpty(NamespaceName namespace) {
            super("Schema %s is not empty. Drop its tables and views first.".formatted(namespace));
        }
    }

    /** A definition the format does not allow, or that the engine cannot run. */
    public static final class InvalidDefinition extends CatalogException {
        public InvalidDefinition(String message) {
            super(message);
        }
    }

    /** Rows to write that a table does not take. */
    public static final class ViolatedConstraint extends CatalogException {
        public ViolatedConstraint(TableName table, String column, long nulls) {
            super("Column %s of %s is NOT NULL, but %d of the rows to write have no value in it."
                    .formatted(column, table, nulls));
        }
    }

    /** Something that exists and that nobody may reach in this way. */
    public static final class NotAllowed extends CatalogException {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /** A listing that is too long to be made. */
    public static final class TooManyRows extends CatalogException {
        public TooManyRows(TableName table, int max) {
            super("Cannot list %s: it has more than %d rows. Ask for one schema or table in WHERE."
                    .formatted(table, max));
        }
    }

    /** Another writer's commit that makes this one wrong. */
    public static final class Conflict extends CatalogException {
        public Conflict(TableName table, Throwable cause) {
            super("Another writer changed %s first. Run the statement again.".formatted(table), cause);
        }
    }

    /** A commit of which nobody knows whether it landed. */
    public static final class CommitUnknown extends CatalogException {
        public CommitUnknown(TableName table, Throwable cause) {
            super(
                    "It is unknown whether the commit to %s landed. Look at the table before running the statement again."
                            .formatted(table),
                    cause);
        }
    }

    /** A file of the table that is missing or damaged. */
    public static final class DamagedTable extends CatalogException {
        public DamagedTable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A catalog or its storage that does not answer, is read-only or is full. */
    public static final class Unavailable extends CatalogException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
