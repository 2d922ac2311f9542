"""TPC-H through ADBC against the embedded engine: at most 1.05 times its time and 2 ms more, each query, warm."""

import base64
import subprocess
import time

import adbc_driver_flightsql.dbapi

from verdicts import Table

RATIO_MAX = 1.05
OVERHEAD_MAX_MS = 2.0

# Both hold all that TPC-H reads at scale 1: what is compared is the way to the rows.
DATA_CACHE_BYTES = 2_000_000_000


def measure(bench):
    table = Table(f"TPC-H, scale {bench.scale}, best of {bench.runs}", "query", "embedded ms", "ADBC ms", "ratio", "may be ms")
    with bench.server(data_cache_bytes=DATA_CACHE_BYTES) as server, Embedded(bench) as embedded, _connect(server, bench) as connection:
        for run in range(2):
            for sql_id, sql in embedded.queries.items():
                embedded.run(sql_id), _run(connection, sql)
        sums = [0.0, 0.0]
        for sql_id, sql in embedded.queries.items():
            times = [(embedded.run(sql_id), _run(connection, sql)) for _ in range(bench.runs)]
            ours, theirs = min(t[1] for t in times), min(t[0] for t in times)
            limit = theirs * RATIO_MAX + OVERHEAD_MAX_MS
            table.row(sql_id, theirs, ours, ours / theirs, limit, passes=ours <= limit)
            sums = [sums[0] + theirs, sums[1] + ours]
        table.row("sum", *sums, sums[1] / sums[0], "")
    return table.passed


def _connect(server, bench):
    connection = adbc_driver_flightsql.dbapi.connect(
        server.flight, db_kwargs={"username": "bench", "password": ""}, autocommit=True
    )
    connection.adbc_current_db_schema = bench.namespace
    return connection


def _run(connection, sql):
    """Milliseconds from SQL text to the last Arrow batch."""
    begun = time.perf_counter_ns()
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.fetch_arrow_table()
        return (time.perf_counter_ns() - begun) / 1e6


class Embedded:
    """The embedded engine in a process of its own; see EmbeddedTpch.java."""

    def __init__(self, bench):
        self._command = bench.java(
            "EmbeddedTpch.java", str(bench.data), str(bench.scale), bench.namespace, str(DATA_CACHE_BYTES)
        )
        self.queries = {}

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for line in self._process.stdout:
            kind, *words = line.split()
            if kind == "ready":
                return self
            self.queries[words[0]] = base64.b64decode(words[1]).decode()
        raise SystemExit("The embedded engine did not start")

    def run(self, sql_id):
        self._process.stdin.write(sql_id + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline()) / 1e6

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(60)
