"""The names under which failures are counted: the server's own code, where the failure carries one."""

# Refusals that a busy server may give, by both protocols' names for them.
REFUSALS = {
    "TOO_MANY_REQUESTS",
    "RESOURCE_EXHAUSTED",
    "QUERY_TIMEOUT",
    "QUERY_QUEUE_FULL",
    "GENERIC_INSUFFICIENT_RESOURCES",
    "EXCEEDED_TIME_LIMIT",
}

# What the statement that asks for a column that is not there must be told.
EXPECTED = {"COLUMN_NOT_FOUND"}


def outcome(connection, sql):
    """Runs a statement to its end: `answered`, or the name of its failure."""
    cursor = connection.cursor()
    try:
        cursor.execute(sql)
        cursor.fetchall()
        return "answered"
    except Exception as failure:  # whatever it is, it is told by its name
        return name_of(failure)
    finally:
        cursor.close()


def name_of(failure):
    """ADBC carries the server's trailers, Trino's client the error's name."""
    name = getattr(failure, "error_name", None)
    if name:
        return name
    for key, value in getattr(failure, "details", None) or ():
        if _text(key).lower().endswith("x-sqe-error-code"):
            return _text(value)
    return f"untyped: {type(failure).__name__}: {str(failure)[:200]}"


def _text(value):
    return value.decode() if isinstance(value, bytes) else str(value)
