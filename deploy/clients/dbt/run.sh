#!/bin/sh
# Runs the dbt project beside this script: run.sh DBT-PROGRAM FOLDER. Each step is a check; `dbt build` runs twice, since an
# incremental model is only incremental the second time.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
dbt=$1
work=$2
export DBT_TARGET_PATH="$work/target" DBT_LOG_PATH="$work/logs"
passed=0
failed=0

step() {
    if "$dbt" --quiet --no-use-colors "$@" --project-dir "$here" --profiles-dir "$here"; then
        echo "  ok    dbt $*"
        passed=$((passed + 1))
    else
        echo "  FAIL  dbt $*"
        failed=$((failed + 1))
    fi
}

step debug
step seed
step run
step test
step run
step test
step docs generate
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
