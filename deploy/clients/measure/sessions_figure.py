"""Idle sessions beside busy ones, over both protocols: only answers and typed refusals, and nothing that grows.

Flat means: after the load has warmed the server up, what it holds then and what it holds at the end, both under the same load,
differ by no more than the allowances below; and so for the heap after a collection, without the plans that are kept: they have a
limit of their own, and fill it as long as there are new queries. (Results are kept off the heap, and count as resident memory.)
"""

import collections
import json
import pathlib
import subprocess
import sys
import time

import refusals
from verdicts import Table, percentile

IDLE_SESSIONS = 1_000
BUSY_SESSIONS = 100
SAMPLE_EVERY_S = 2
# Shares of the time: until here the server warms up, and so long are the parts that are compared.
WARM_UP_SHARE = 0.3
COMPARED_SHARE = 0.2

RESIDENT_GROWTH_MAX = 0.10
RESIDENT_GROWTH_MAX_BYTES = 64 << 20
HEAP_GROWTH_MAX_BYTES = 32 << 20
OPEN_FILES_GROWTH_MAX = 32
THREADS_GROWTH_MAX = 32


def measure(bench):
    with bench.server(keeps_results=True) as server:
        loads = [
            _start(bench, "flight", server.port, IDLE_SESSIONS // 2, BUSY_SESSIONS // 2),
            _start(bench, "trino", server.trino_port, IDLE_SESSIONS // 2, BUSY_SESSIONS // 2),
        ]
        for load in loads:
            _await(load)
        _say(loads, "begin")
        warm = _watch(server, bench.seconds * WARM_UP_SHARE)
        heap_begin, plans_begin = server.heap_bytes(), server.cache_bytes("plan")
        samples = _watch(server, bench.seconds * (1 - WARM_UP_SHARE))
        _say(loads, "end")
        outcomes = sum((collections.Counter(json.loads(load.stdout.readline())) for load in loads), collections.Counter())
        heap_end, plans_end, alive = server.heap_bytes(), server.cache_bytes("plan"), server.is_alive()
        _say(loads, "close")
        for load in loads:
            load.wait(120)
    told = _outcomes_table(outcomes)
    return _held_table(bench, warm, samples, heap_begin - plans_begin, heap_end - plans_end) and told and alive


def _start(bench, protocol, port, idle, threads):
    program = pathlib.Path(__file__).with_name("load.py")
    command = [sys.executable, program, protocol, str(port), bench.namespace, str(idle), str(threads)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _await(load):
    if load.stdout.readline() != "ready\n":
        raise SystemExit("The clients could not open their sessions")


def _say(loads, word):
    for load in loads:
        load.stdin.write(word + "\n")
        load.stdin.flush()


def _watch(server, seconds):
    samples, deadline = [], time.monotonic() + seconds
    while time.monotonic() < deadline:
        time.sleep(min(SAMPLE_EVERY_S, seconds / 4))
        samples.append(server.held())
    return samples


def _outcomes_table(outcomes):
    table = Table(f"{IDLE_SESSIONS} idle sessions, {BUSY_SESSIONS} busy: what was answered", "outcome", "times")
    for name, times in sorted(outcomes.items()):
        table.row(name, times, passes=name == "answered" or name in refusals.REFUSALS | refusals.EXPECTED)
    return table.passed


def _held_table(bench, warm, samples, heap_begin, heap_end):
    table = Table(f"What the server held in {bench.seconds} s", "", "after warm-up", "at the end", "peak", "may grow by")
    part = max(1, round(len(samples) * COMPARED_SHARE / (1 - WARM_UP_SHARE)))
    for name, unit, value, allowance in (
        ("resident memory, MB", 1 << 20, lambda held: held.resident_bytes, _resident_allowance),
        ("open files", 1, lambda held: held.open_files, lambda _: OPEN_FILES_GROWTH_MAX),
        ("threads", 1, lambda held: held.threads, lambda _: THREADS_GROWTH_MAX),
    ):
        begin = percentile([value(held) for held in samples[:part]], 0.5)
        end = percentile([value(held) for held in samples[-part:]], 0.5)
        peak = max(value(held) for held in [*warm, *samples])
        may = allowance(begin)
        table.row(name, begin // unit, end // unit, peak // unit, int(may / unit), passes=end - begin <= may)
    flat = heap_end - heap_begin <= HEAP_GROWTH_MAX_BYTES
    table.row("heap after collection, without plans, MB", heap_begin >> 20, heap_end >> 20, "", HEAP_GROWTH_MAX_BYTES >> 20, passes=flat)
    return table.passed


def _resident_allowance(begin):
    return max(begin * RESIDENT_GROWTH_MAX, RESIDENT_GROWTH_MAX_BYTES)
