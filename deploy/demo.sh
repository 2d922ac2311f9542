#!/bin/sh
# The demo: TPC-H at scale 0.1 as Iceberg tables, made once; a few queries; the shell, when there is a terminal.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.." || exit 1

data=target/demo

# Running one query of the suite makes its tables, and shows that plain DuckDB answers the same.
if [ ! -f "$data/tpch_0_1.made" ]; then
    ./sqe bench tpch --scale 0.1 --data "$data" --queries q6 --runs 1 || exit 1
    echo
fi
./sqe --warehouse "$data/warehouse" --file deploy/demo.sql || exit 1

if [ -t 0 ] && [ -t 1 ]; then
    echo
    echo "The shell, on the same tables: USE lake.tpch_0_1;  .tables  .help  .exit"
    exec ./sqe --warehouse "$data/warehouse"
fi
