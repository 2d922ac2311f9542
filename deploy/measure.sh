#!/bin/sh
# Prints the shape of the code, one block for what we ship and one for its tests.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
java=$("$here/find-jdk.sh")/bin/java || exit 1
cd "$here/.." || exit 1

"$java" deploy/tools/Measure.java main . '/src/main/java/'
"$java" deploy/tools/Measure.java test . '/src/test/java/'
