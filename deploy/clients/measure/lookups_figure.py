"""One row by its key, asked by 32 clients, here and of Trino on the same table: 20 times its answers, and an even p99."""

import contextlib
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys

from verdicts import Table

TIMES_TRINO_MIN = 20
P99_TIMES_P50_MAX = 5
ORDERS_AT_SCALE_1 = 1_500_000


def measure(bench):
    table = Table(
        f"One order by its key, {bench.clients} clients, {bench.seconds} s",
        "server", "queries/s", "p50 ms", "p99 ms", "p99/p50", "failed", "of Trino",
    )
    peer = None
    if not bench.without_trino:
        with trino(bench) as url:
            peer = _ask(bench, url, "ice.shared.orders")
            table.row("Trino 476, trino-jdbc", *peer.cells(), 1.0)
    for keeps_results in (False, True):
        with bench.server(keeps_results) as server:
            for driver, url in _urls(server):
                ours = _ask(bench, url, f"lake.{bench.namespace}.orders")
                times = ours.rate / peer.rate if peer else 0.0
                passes = ours.failed == 0 and ours.evenness <= P99_TIMES_P50_MAX
                passes = passes and (not peer or times >= TIMES_TRINO_MIN)
                name = f"sqe, {driver}" + (", results kept" if keeps_results else "")
                table.row(name, *ours.cells(), times, passes=passes)
    return table.passed


def _urls(server):
    return (
        ("trino-jdbc", f"jdbc:trino://127.0.0.1:{server.trino_port}/lake"),
        ("flight-sql-jdbc", f"jdbc:arrow-flight-sql://127.0.0.1:{server.port}?useEncryption=false"),
        ("adbc", server.flight),
    )


class Answers:
    def __init__(self, line):
        queries, seconds, self.p50, self.p99, failed = map(float, line.split())
        self.rate, self.failed, self.evenness = queries / seconds, int(failed), self.p99 / self.p50

    def cells(self):
        return self.rate, self.p50, self.p99, self.evenness, self.failed


def _ask(bench, url, table):
    orders = int(ORDERS_AT_SCALE_1 * bench.scale)
    arguments = url, table, *map(str, (orders, bench.clients, bench.seconds, bench.warm_up))
    program = pathlib.Path(__file__).with_name("lookups_adbc.py")
    command = bench.java("Lookups.java", *arguments) if url.startswith("jdbc:") else (sys.executable, program, *arguments)
    asked = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Answers(asked.stdout.splitlines()[-1])


@contextlib.contextmanager
def trino(bench):
    """Trino on a REST catalog whose table has the very data files that the server here reads."""
    rest_port, trino_port = bench.port + 20, bench.port + 21
    orders = f"orders={_metadata_location(bench, 'orders')}"
    with _service(bench, "iceberg-rest.sh", rest_port, "rest", orders):
        with _service(bench, "trino.sh", trino_port, "trino", f"http://127.0.0.1:{rest_port}"):
            yield f"jdbc:trino://127.0.0.1:{trino_port}/ice"


@contextlib.contextmanager
def _service(bench, script, port, folder, *arguments):
    # Fresh each time: what an earlier run has registered may be another table.
    shutil.rmtree(bench.work / folder, ignore_errors=True)
    command = [bench.services / script, str(port), bench.work / folder, *arguments]
    pid = int(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGTERM)


def _metadata_location(bench, table):
    with contextlib.closing(sqlite3.connect(f"file:{bench.data}/warehouse/sqe.db?mode=ro", uri=True)) as catalog:
        query = "SELECT metadata_location FROM iceberg_tables WHERE table_namespace = ? AND table_name = ?"
        return catalog.execute(query, (bench.namespace, table)).fetchone()[0]

