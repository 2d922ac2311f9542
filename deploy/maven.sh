#!/bin/sh
# Runs Maven on the JDK that find-jdk.sh finds, with the flags that keep that JVM from printing warnings.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
JAVA_HOME=$("$here/find-jdk.sh") || exit 1
export JAVA_HOME

if ! command -v mvn >/dev/null 2>&1; then
    cat >&2 <<'MESSAGE'
SQE is built by Maven 3.8.7 or newer, and there is no `mvn` on the PATH. Install one:
  Debian, Ubuntu   apt-get install maven
  Fedora           dnf install maven
  macOS            brew install maven
  any              sdk install maven   (SDKMAN)
MESSAGE
    exit 1
fi

MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
export MAVEN_OPTS
exec mvn --batch-mode --no-transfer-progress "$@"
