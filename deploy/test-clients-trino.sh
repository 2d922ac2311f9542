#!/bin/sh
# Runs Trino's own clients against a server, each installed from its registry: trino-cli, and the Python client with SQLAlchemy.
#
#   deploy/test-clients-trino.sh                     starts the `sqe` that has been built (make build)
#   SQE_TRINO_URL=http://host:port deploy/test-clients-trino.sh    asks a server that runs already and may be written to
#
# Needs: JDK 25, Maven, Python 3 with venv. Leaves what it installs under target/clients-trino.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.."
work=target/clients-trino
mkdir -p "$work"

trino_version=476
python_packages="trino==0.340.0 sqlalchemy==2.1.9"

java_home=$("$here/find-jdk.sh")
java="$java_home/bin/java"
server=''

stop_server() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
    fi
}
trap stop_server EXIT INT TERM

if [ -z "${SQE_TRINO_URL:-}" ]; then
    port=${SQE_TRINO_PORT:-18080}
    SQE_COORDINATOR__TRINO_HTTP_PORT=$port deploy/distribution/target/sqe/bin/sqe server --allow-insecure \
        >"$work/server.log" 2>&1 &
    server=$!
    SQE_TRINO_URL=http://127.0.0.1:$port
    tries=0
    until curl -fs -o "$work/info.json" "$SQE_TRINO_URL/v1/info"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 60 ] || ! kill -0 "$server" 2>/dev/null; then
            echo "The server did not start. Its log is $work/server.log" >&2
            exit 1
        fi
        sleep 1
    done
fi
export SQE_TRINO_URL

"$here/maven.sh" --quiet dependency:copy -Dartifact="io.trino:trino-cli:$trino_version:jar:executable" \
    -DoutputDirectory="$PWD/$work" -Dmdep.useBaseVersion=true
cli="$work/trino-cli-$trino_version-executable.jar"

echo 'trino-cli'
"$java" --enable-native-access=ALL-UNNAMED -jar "$cli" --server "$SQE_TRINO_URL" --user tester --output-format CSV_HEADER \
    --file deploy/clients/trino/cli.sql >"$work/cli.out" 2>"$work/cli.err" || {
    cat "$work/cli.err" >&2
    exit 1
}
diff -u deploy/clients/trino/cli.expected "$work/cli.out"
echo '  ok'

if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
fi
# shellcheck disable=SC2086 # several packages
"$work/venv/bin/pip" --quiet --disable-pip-version-check install $python_packages

echo 'Python client and SQLAlchemy'
"$work/venv/bin/python" deploy/clients/trino/clients_test.py --verbose
