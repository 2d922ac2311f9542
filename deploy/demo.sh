#!/bin/sh
# The demo: TPC-H at scale 0.1 as Iceberg tables, made once; a few queries; the shell, when there is a terminal.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.." || exit 1

warehouse=target/demo/warehouse

./sqe bench tpch --scale 0.1 --warehouse "$warehouse" --load-only || exit 1
./sqe --warehouse "$warehouse" --file deploy/demo.sql || exit 1

if [ -t 0 ] && [ -t 1 ]; then
    echo
    echo "The shell, on the same tables. Try: .tables   .help   SELECT count(*) FROM lineitem;   .exit"
    exec ./sqe --warehouse "$warehouse" --schema lake.tpch_0_1
fi
