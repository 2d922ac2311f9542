"""The names under which failures are counted: the server's own code, where the failure carries one."""

# Refusals that a busy server may give, by both protocols' names for them.
REFUSALS = {
    "QUERY_QUEUE_FULL",
    "RATE_LIMITED",
    "RATE_LIMIT_EXCEEDED",
    "RESOURCE_EXHAUSTED",
    "TOO_MANY_QUERIES",
    "TOO_MANY_REQUESTS_FAILED",
    "QUEUE_TIMEOUT",
    "QUERY_TIMEOUT",
    "EXCEEDED_QUEUED_TIME_LIMIT",
    "EXCEEDED_TIME_LIMIT",
    "CLUSTER_OUT_OF_MEMORY",
    "EXCEEDED_GLOBAL_MEMORY_LIMIT",
    "MEMORY_LIMIT_EXCEEDED",
    "SERVER_BUSY",
}

# What the statement that asks for a column that is not there must be told.
EXPECTED = {"COLUMN_NOT_FOUND"}


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
