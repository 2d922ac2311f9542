#!/bin/sh
# Runs every test that needs no server and ends with one line, `N passed, N failed, N skipped`, over all modules.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.." || exit 1

# Reports of an earlier run would be counted again.
find . -path '*/target/surefire-reports/TEST-*.xml' -exec rm -f {} +

"$here/maven.sh" --quiet verify --fail-at-end -Dspotless.check.skip -Dmdep.analyze.skip -Dcheckstyle.skip "$@"
status=$?

# A <testsuite> element's attributes may be spread over lines; the first `tests=` of a report is the suite's.
find . -path '*/target/surefire-reports/TEST-*.xml' | sort | while IFS= read -r report; do
    sed '/<properties>/q; /<testcase/q' "$report" | tr '\n' ' '
    echo
done | awk '
    function number(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
    { tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped") }
    END { printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped; exit tests == 0 || failed > 0 }'
counted=$?

if [ "$status" -ne 0 ]; then
    exit "$status"
fi
exit "$counted"
