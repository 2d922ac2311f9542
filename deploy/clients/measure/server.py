"""A server of this checkout, started for a measurement: its ports, its processes and what they hold."""

import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import time
import urllib.request


@dataclasses.dataclass(frozen=True)
class Held:
    """What all processes of a server hold together."""

    resident_bytes: int
    open_files: int
    threads: int
    processes: int


class Server:
    """`sqe server` over a warehouse, on loopback and with anonymous users. A context manager: it ends with its block."""

    def __init__(self, program, work, warehouse, port, settings=()):
        self.work = pathlib.Path(work)
        self.port = port
        self.flight = f"grpc://127.0.0.1:{port}"
        self.trino_port = port + 1
        self._command = [program, "server", "--config", str(self.work / "sqe.toml"), "--allow-insecure"]
        # Every measurement asks for whole tables; what the figures are about is not the limit on rows.
        self._environment = {
            "SQE_CATALOG__WAREHOUSE": str(warehouse),
            "SQE_COORDINATOR__FLIGHT_SQL_PORT": str(port),
            "SQE_COORDINATOR__TRINO_HTTP_PORT": str(port + 1),
            "SQE_METRICS__PROMETHEUS_PORT": str(port + 2),
            "SQE_COORDINATOR__SPILL_DIR": str(self.work / "spill"),
            "SQE_SPOOLING__DIRECTORY": str(self.work / "spool"),
            "SQE_SESSION__SECRETS_PATH": str(self.work / "session.keys"),
            "SQE_QUERY__MAX_RESULT_ROWS": "0",
            **dict(setting.split("=", 1) for setting in settings),
        }

    def __enter__(self):
        self.work.mkdir(parents=True, exist_ok=True)
        (self.work / "sqe.toml").touch()
        log = open(self.work / "server.log", "w")
        self._process = subprocess.Popen(
            self._command, env=os.environ | self._environment, stdout=log, stderr=subprocess.STDOUT
        )
        self.pid = self._process.pid
        self._await_ready()
        return self

    def __exit__(self, *_):
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise

    def _await_ready(self, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise SystemExit("The server did not start:\n" + (self.work / "server.log").read_text())
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port + 3}/readyz", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise SystemExit(f"The server was not ready within {seconds} s; see {self.work / 'server.log'}")

    def is_alive(self):
        return self._process.poll() is None

    def children(self):
        """The ids of the processes that the server has started, and they."""
        parents = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it has just ended
        found = [self.pid]
        for pid in found:
            found.extend(child for child, parent in parents.items() if parent == pid)
        return found[1:]

    def busiest_child(self, seconds=0.2):
        """The id of the process that works: another may stand by. None if there is no child."""
        before = {pid: _processor_ticks(pid) for pid in self.children()}
        time.sleep(seconds)
        worked = {pid: _processor_ticks(pid) - ticks for pid, ticks in before.items()}
        return max(worked, key=worked.get, default=None)

    def held(self):
        sums = [0, 0, 0, 0]
        for pid in [self.pid, *self.children()]:
            try:
                status = pathlib.Path(f"/proc/{pid}/status").read_text()
                files = len(os.listdir(f"/proc/{pid}/fd"))
            except OSError:
                continue
            values = [_number(status, "VmRSS") * 1024, files, _number(status, "Threads"), 1]
            sums = [total + value for total, value in zip(sums, values)]
        return Held(*sums)

    def heap_bytes(self):
        """What is alive on the heaps of the server's JVMs, after a collection."""
        return sum(self._heap_bytes(pid) for pid in [self.pid, *self.children()])

    def cache_bytes(self, cache):
        """What the entries of a cache take, as the server's metrics tell."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port + 2}/metrics", timeout=10) as answer:
            found = re.search(rf'^sqe_cache_size_bytes{{cache="{cache}"}} (\S+)', answer.read().decode(), re.MULTILINE)
        return int(float(found[1]))

    @staticmethod
    def _heap_bytes(pid):
        tool = pathlib.Path(os.environ["JAVA_HOME"], "bin", "jcmd")
        told = subprocess.run([tool, str(pid), "GC.class_histogram"], capture_output=True, text=True)
        total = re.search(r"^Total\s+\d+\s+(\d+)", told.stdout, re.MULTILINE)
        return int(total[1]) if total else 0


def _processor_ticks(pid):
    """Of user and system, as proc(5) has them; 0 for a process that has ended."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


def _number(status, name):
    found = re.search(rf"^{name}:\s+(\d+)", status, re.MULTILINE)
    return int(found[1]) if found else 0
