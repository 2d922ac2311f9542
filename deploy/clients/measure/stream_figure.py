"""A whole table through one Flight stream, against a bare Flight server that sends the same batches: at least 0.9 of its speed."""

import subprocess
import time

import pyarrow.flight

import flight_client
from verdicts import Table

SHARE_MIN = 0.9


def measure(bench):
    sql = f"SELECT * FROM {bench.namespace}.lineitem"
    table = Table(f"{sql}, one stream, best of {bench.runs}", "server", "rows", "MB", "ms", "MB/s", "of bare")
    with bench.server() as server:
        descriptor = flight_client.statement(sql).hex()
        command = bench.java("BareFlight.java", str(server.port), descriptor, str(bench.port + 9))
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as bare:
            if not bare.stdout.readline().startswith("ready"):
                raise SystemExit("The bare server did not start")
            ours, theirs = _both(bench, server, sql)
            bare.stdin.close()
    speeds = [size / ms / 1e3 for ms, _, size in (theirs, ours)]
    for name, (ms, rows, size), speed in zip(("bare Flight", "sqe"), (theirs, ours), speeds):
        share = speed / speeds[0]
        table.row(name, rows, size / 1e6, ms, speed, share, passes=None if name != "sqe" else share >= SHARE_MIN)
    return table.passed


def _both(bench, server, sql):
    """The best run of each; they take turns."""
    with pyarrow.flight.FlightClient(server.flight) as ours, pyarrow.flight.FlightClient(
        f"grpc://127.0.0.1:{bench.port + 9}"
    ) as bare:
        options = flight_client.login(ours, "bench")
        our_times, bare_times = [], []
        for _ in range(bench.runs + 1):
            our_times.append(_timed(lambda: flight_client.drain(ours, flight_client.ticket_of(ours, sql, options), options)))
            bare_times.append(_timed(lambda: flight_client.drain(bare, pyarrow.flight.Ticket(b"all"))))
        # The first run of each warms up.
        return min(our_times[1:]), min(bare_times[1:])


def _timed(action):
    begun = time.perf_counter_ns()
    rows, size = action()
    return (time.perf_counter_ns() - begun) / 1e6, rows, size
