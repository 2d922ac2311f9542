#!/bin/sh
# Measures what a start of the program costs: wall-clock and CPU seconds of `sqe -e "SELECT 1"`, over several runs.
#
#   measure-start.sh [runs [program]]
#
# The program is that of the archive, if `make dist` has made one. CPU seconds are comparable on a busy machine, wall-clock
# seconds only on a quiet one. SQE_JAVA_OPTS is heard, so that options of the JVM can be compared.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
runs=${1:-15}
program=${2:-$(find "$here/distribution/target/dist" -path '*/bin/sqe' 2>/dev/null | head -n 1)}
if [ ! -x "$program" ]; then
    echo "measure-start.sh: no archive yet. Run: make dist" >&2
    exit 1
fi

warehouse=$(mktemp -d)
trap 'rm -rf "$warehouse"' EXIT

# CPU seconds in what `times` wrote to file $1 of this shell's children.
cpu() {
    awk 'NR == 2 { gsub("m", " "); gsub("s", ""); print $1 * 60 + $2 + $3 * 60 + $4 }' "$1"
}

start() {
    "$program" --warehouse "$warehouse" -e "SELECT 1" >/dev/null
}

# The first start makes the warehouse and reads the files into memory.
start
i=0
while [ "$i" -lt "$runs" ]; do
    i=$((i + 1))
    times >"$warehouse/before"
    from=$(date +%s%N)
    start
    to=$(date +%s%N)
    times >"$warehouse/after"
    echo "$(((to - from) / 1000000)) $(cpu "$warehouse/before") $(cpu "$warehouse/after")" >>"$warehouse/runs"
done
awk '{ print $1 / 1000, $3 - $2 }' "$warehouse/runs" >"$warehouse/figures"

summary() {
    cut -d ' ' -f "$1" "$warehouse/figures" | sort -n | awk -v what="$2" '
        { figure[NR] = $1 }
        END { printf "%-10s best %.2f s, median %.2f s, worst %.2f s of %d runs\n", what, figure[1], figure[int((NR + 1) / 2)], figure[NR], NR }'
}
summary 1 wall-clock
summary 2 CPU
