"""The engine's process killed in mid-query, again and again: a typed error that says to try again, and an answer within 2 s."""

import os
import signal
import threading
import time

import load
import refusals
from verdicts import Table, percentile

NEXT_ANSWER_MAX_S = 2.0
QUERY_SECONDS_BEFORE_KILL = 0.5
# No statistics of the columns tell its answer beforehand.
LONG = "SELECT count(*) FROM lineitem AS a CROSS JOIN lineitem AS b WHERE (a.l_partkey + b.l_partkey) % 1009 = 7"
SHORT = "SELECT count(*) FROM nation"

# What either protocol calls a lost engine; all of them may be tried again.
RETRYABLE = {"ENGINE_LOST", "REMOTE_HOST_GONE"}


def measure(bench):
    table = Table(f"kill -9 of the engine in mid-query, {bench.kills} times", "protocol", "kills", "typed", "p50 s", "worst s")
    with bench.server() as server:
        if not server.children():
            print("The server has no engine process of its own.")
            return False
        for protocol, connection in (
            ("flight", load.flight_connection(server.port, bench.namespace, "bench")),
            ("trino", load.trino_connection(server.trino_port, bench.namespace, "bench")),
        ):
            losses = [_lose_engine(server, connection) for _ in range(bench.kills // 2)]
            seconds = [loss[1] for loss in losses]
            typed = sum(name in RETRYABLE for name, _ in losses)
            fast = max(seconds) <= NEXT_ANSWER_MAX_S
            passes = typed == len(losses) and fast and server.is_alive()
            table.row(protocol, len(losses), typed, percentile(seconds, 0.5), max(seconds), passes=passes)
            for name in sorted({name for name, _ in losses} - RETRYABLE):
                print(f"  not a retryable error: {name}")
            connection.close()
    return table.passed


def _lose_engine(server, connection):
    """The name of the failure that the running query ended with, and the seconds until the next one had its answer."""
    ended = []
    asking = threading.Thread(target=lambda: ended.append(refusals.outcome(connection, LONG)))
    asking.start()
    time.sleep(QUERY_SECONDS_BEFORE_KILL)
    os.kill(server.busiest_child(), signal.SIGKILL)
    killed = time.monotonic()
    asking.join(60)
    outcome = refusals.outcome(connection, SHORT)
    # A query that comes while the engine is started may be told so and tries again: the figure is about when it is answered.
    while outcome in RETRYABLE and time.monotonic() - killed < 30:
        outcome = refusals.outcome(connection, SHORT)
    seconds = time.monotonic() - killed
    failure = ended[0] if ended else "none within 60 s"
    return (failure if outcome == "answered" else f"then: {outcome}"), seconds
