#!/bin/sh
# Runs real clients, each installed from its registry, against a Flight SQL service of this checkout.
# Needs python3 with venv. What is downloaded and built stays under target/clients.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/.." && pwd)
work="$root/target/clients"
driver=org.apache.arrow:flight-sql-jdbc-driver:18.3.0
mkdir -p "$work"
JAVA_HOME=$("$here/find-jdk.sh")

if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    'adbc-driver-flightsql==1.13.0' 'adbc-driver-manager==1.13.0' 'pyarrow==26.0.1'

cd "$root"
"$here/maven.sh" --quiet -pl flight-gateway/flight-sql -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test -Dspotless.check.skip
"$here/maven.sh" --quiet -N dependency:copy -Dartifact="$driver" -DoutputDirectory="$work"

module="$root/flight-gateway/flight-sql/target"
rm -f "$work/stdin" "$work/port"
mkfifo "$work/stdin"
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    --add-opens=java.base/java.nio=ALL-UNNAMED -Dcalcite.default.charset=UTF-8 \
    -cp "$module/classes:$module/test-classes:$(cat "$work/classpath")" \
    io.sqe.gateway.flight.testing.TestServer <"$work/stdin" >"$work/port" 2>"$work/server.log" &
server=$!
exec 3>"$work/stdin"
trap 'exec 3>&-; wait "$server" 2>/dev/null || true; rm -f "$work/stdin"' EXIT
tries=0
while [ ! -s "$work/port" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "The service did not start:" >&2
        cat "$work/server.log" >&2
        exit 1
    fi
    sleep 0.1
done
port=$(cat "$work/port")

"$work/venv/bin/python" "$here/clients/flight_sql.py" "$port"
"$JAVA_HOME/bin/java" --add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$work/flight-sql-jdbc-driver-18.3.0.jar" "$here/clients/FlightSqlJdbc.java" "$port"
