#!/bin/sh
# Builds the program into deploy/distribution/target/sqe, without tests and gates. What Maven prints goes to a file, which
# is shown when the build fails. Arguments are handed to Maven.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.." || exit 1

# Whoever lacks a JDK or Maven is told so at once, not in a file.
"$here/maven.sh" --version >/dev/null || exit 1

log=target/build.log
mkdir -p target
echo "Building SQE. The first time Maven downloads its libraries, which takes some minutes."
start=$(date +%s)
if ! "$here/maven.sh" package --projects deploy/distribution --also-make -Dmaven.test.skip=true \
    -Dspotless.check.skip -Dmdep.analyze.skip -Dcheckstyle.skip "$@" >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -n 40 >&2
    echo "The build failed; all that Maven said is in $log." >&2
    exit 1
fi
echo "Built in $(($(date +%s) - start)) s."
