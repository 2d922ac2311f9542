"""The figures that a server is held to, measured. See deploy/measure-server.sh."""

import argparse
import importlib
import os
import pathlib
import subprocess
import sys

from server import Server

FIGURES = ("adbc", "stream", "lookups", "sessions", "engine")
HERE = pathlib.Path(__file__).parent


class Bench:
    """What every figure needs: the program, its data, the machine's Java, and how long to measure."""

    def __init__(self, options):
        self.__dict__.update(vars(options))
        self.namespace = "tpch_" + f"{self.scale:g}".replace(".", "_")
        self.services = HERE.parents[1] / "services"
        self._program = self.home / "bin" / "sqe"

    def server(self, keeps_results=False, data_cache_bytes=None):
        """A server that computes every answer, unless it is to keep results as it does when nobody says otherwise."""
        settings = [f"SQE_QUERY_CACHE__ENABLED={str(keeps_results).lower()}"]
        if data_cache_bytes:
            settings.append(f"SQE_DATA_CACHE__MAX_MEMORY={data_cache_bytes}B")
        return Server(self._program, self.work / "server", self.data / "warehouse", self.port, [*settings, *self.set])

    def make_data(self):
        """TPC-H as tables, unless `sqe bench` has left its mark that they are there."""
        if (self.data / f"{self.namespace}.made").exists():
            return
        load = ["bench", "tpch", "--scale", f"{self.scale:g}", "--data", self.data, "--runs", "1", "--queries", "q6"]
        made = subprocess.run([self._program, *load], capture_output=True, text=True)
        if made.returncode:
            raise SystemExit(made.stdout + made.stderr)

    def java(self, file, *arguments):
        """A command that runs a source file beside this one, with all that the program and the drivers have."""
        return [
            pathlib.Path(os.environ["JAVA_HOME"], "bin", "java"),
            *"-Xlog:disable -XX:+UseSerialGC -Xss16m --add-opens=java.base/java.nio=ALL-UNNAMED".split(),
            *"--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow".split(),
            "-Dcalcite.default.charset=UTF-8",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            *self._native_libraries(),
            "-cp",
            self._class_path(file),
            HERE / file,
            *arguments,
        ]

    def _native_libraries(self):
        """Where the archive's program has them, which a program without an archive unpacks from its jars."""
        folder = self.home / "lib" / "native"
        if not folder.exists():
            return []
        return [f"-Dsqe.duckdb.library={folder}/libduckdb.so", f"-Dorg.sqlite.lib.path={folder}"]

    def _class_path(self, file):
        # The drivers bring libraries of their own, which those of the program would shadow.
        return f"{self.drivers}/*" if file == "Lookups.java" else f"{self.home}/lib/*"


def options():
    parser = argparse.ArgumentParser(prog="measure-server.sh", description="Measures what a server is held to.")
    parser.add_argument("figure", nargs="?", default="all", choices=[*FIGURES, "all"])
    parser.add_argument("--scale", type=float, default=1, help="of TPC-H (default: 1)")
    parser.add_argument("--runs", type=int, default=5, help="warm runs, of which the best counts (default: 5)")
    parser.add_argument("--clients", type=int, default=32, help="that look up (default: 32)")
    parser.add_argument("--seconds", type=int, help="of looking up (default: 60), of sessions (default: 600)")
    parser.add_argument("--warm-up", type=int, default=120, help="seconds of looking up before it counts (default: 120)")
    parser.add_argument("--kills", type=int, default=50, help="of the engine (default: 50)")
    parser.add_argument("--without-trino", action="store_true", help="look up here alone")
    parser.add_argument("--set", action="append", default=[], metavar="SQE_SECTION__FIELD=VALUE", help="for the server")
    parser.add_argument("--port", type=int, default=27500, help="the first of 30 ports (default: 27500)")
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path.home() / ".sqe" / "bench", help="of `sqe bench`")
    parser.add_argument("--work", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--home", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--drivers", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    chosen = options()
    seconds = {"lookups": chosen.seconds or 60, "sessions": chosen.seconds or 600}
    Bench(chosen).make_data()
    passed = True
    for figure in FIGURES if chosen.figure == "all" else [chosen.figure]:
        chosen.seconds = seconds.get(figure)
        passed = importlib.import_module(f"{figure}_figure").measure(Bench(chosen)) and passed
    print("\n" + ("PASS" if passed else "FAIL"))
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
