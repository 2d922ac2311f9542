#!/bin/sh
# Checks that every shell script parses, and reads it with shellcheck where that is installed.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.." || exit 1

scripts="deploy/*.sh deploy/services/*.sh deploy/clients/*/*.sh deploy/distribution/src/main/scripts/* sqe"
status=0
for script in $scripts; do
    [ -f "$script" ] || continue
    sh -n "$script" || status=1
done
if command -v shellcheck >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    shellcheck --shell=sh $scripts || status=1
fi
exit $status
