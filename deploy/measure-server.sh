#!/bin/sh
# Measures what a server is held to, each figure against what it must reach; exits with 1 if one is missed.
#
#   measure-server.sh [adbc|stream|lookups|sessions|engine|all] [options]       --help lists the options
#
#   adbc      TPC-H through ADBC against the embedded engine
#   stream    a whole table through one Flight stream against a bare Flight server
#   lookups   one row by its key, 32 clients for 60 s, against Trino on the same files (the first time downloads 1 GB)
#   sessions  1,000 idle sessions and 100 busy ones for 10 min
#   engine    kill -9 of the engine's process in mid-query
#
# Needs what `make dist` has made or, without the AOT cache, `make build`: the newer of the two is measured, unless SQE_HOME names a
# program's folder. Needs Python 3 with venv and a quiet machine too. What is installed stays under target/measure.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/.." && pwd)
work="$root/target/measure"
home=${SQE_HOME:-"$here/distribution/target/sqe"}
# What is in the archive is all of one age, so that the archive itself tells when it was made.
if [ -z "${SQE_HOME:-}" ] && [ -n "$(find "$here/distribution/target" -maxdepth 1 -name 'sqe-*.tar.gz' -newer "$home/bin/sqe")" ]; then
    program=$(find "$here/distribution/target/dist" -path '*/bin/sqe' | head -n 1)
    home=${program%/bin/sqe}
fi
mkdir -p "$work/drivers"
JAVA_HOME=$("$here/find-jdk.sh")
export JAVA_HOME

if [ ! -x "$home/bin/sqe" ]; then
    echo "measure-server.sh: no program in $home. Run: make dist" >&2
    exit 69
fi
packages="adbc-driver-flightsql==1.13.0 adbc-driver-manager==1.13.0 pyarrow==26.0.1 trino==0.340.0"
if [ "$packages" != "$(cat "$work/packages" 2>/dev/null)" ]; then
    python3 -m venv "$work/venv"
    # shellcheck disable=SC2086 # several packages
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check $packages
    echo "$packages" >"$work/packages"
fi
for driver in io.trino:trino-jdbc:484:jar org.apache.arrow:flight-sql-jdbc-driver:18.3.0:jar; do
    file=$("$here/fetch-artifact.sh" "$driver")
    cp "$file" "$work/drivers/"
done

exec "$work/venv/bin/python" "$here/clients/measure" --work "$work" --home "$home" --drivers "$work/drivers" "$@"
