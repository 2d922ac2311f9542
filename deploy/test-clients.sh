#!/bin/sh
# Runs real clients, each installed from its registry, against a server of this checkout: `sqe server` with users and TLS, over a
# warehouse that is empty. Ends with one line, `N passed, N failed`, over all of them.
#
#   test-clients.sh [name ...]        only these suites; no name is all of them. See the list below
#
# Needs what `make build` has made (SQE_HOME names another program's folder), Python 3 with venv, and openssl. What is installed
# stays under target/clients; the first time downloads some 300 MB.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
clients="$here/clients"
work=$(CDPATH='' cd -- "$here/.." && pwd)/target/clients
home=${SQE_HOME:-"$here/distribution/target/sqe"}
port=${SQE_CLIENTS_PORT:-27300}
suites=${*:-pyarrow adbc frames trino-python sqlalchemy flight-jdbc flight-metadata adbc-java trino-jdbc trino-metadata pool trino-cli dbt}
JAVA_HOME=$("$here/find-jdk.sh")
export JAVA_HOME

python_packages="adbc-driver-flightsql==1.13.0 adbc-driver-manager==1.13.0 pyarrow==26.0.1 pandas==2.3.3 polars==1.35.2 \
trino==0.340.0 sqlalchemy==2.1.9"
# Later versions of dbt-core download from elsewhere. In a folder of its own, since it brings libraries of older versions.
dbt_packages="dbt-core==1.11.16 dbt-trino==1.11.0"

if [ ! -x "$home/bin/sqe" ]; then
    echo "test-clients.sh: no program in $home. Run: make build" >&2
    exit 69
fi

# Makes a folder $1 for Python with the packages $2, unless they are there.
python_folder() {
    if [ "$2" != "$(cat "$work/$1/packages" 2>/dev/null)" ]; then
        python3 -m venv "$work/$1"
        # shellcheck disable=SC2086 # several packages
        "$work/$1/bin/pip" install --quiet --disable-pip-version-check $2
        echo "$2" >"$work/$1/packages"
    fi
}

install_drivers() {
    if ! cmp -s "$clients/java/pom.xml" "$work/drivers/pom.xml"; then
        rm -rf "$work/drivers"
        "$here/maven.sh" --quiet -f "$clients/java/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/drivers"
        # Apart: they bring classes along that have the names of those of other libraries.
        mkdir "$work/drivers/jdbc"
        for driver in io.trino:trino-jdbc:484:jar org.apache.arrow:flight-sql-jdbc-driver:18.3.0:jar; do
            cp "$("$here/fetch-artifact.sh" "$driver")" "$work/drivers/jdbc/"
        done
        cp "$clients/java/pom.xml" "$work/drivers/"
    fi
}

# A certificate of the server's own, and who may log in.
make_secrets() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
        -keyout "$run/key.pem" -out "$run/certificate.pem" 2>/dev/null
    "$JAVA_HOME/bin/keytool" -importcert -noprompt -alias sqe -file "$run/certificate.pem" -keystore "$run/trust.p12" \
        -storepass changeit 2>/dev/null
    hash=$(printf 'secret\n' | "$home/bin/sqe" user hash 2>/dev/null | tail -n 1)
    for user in ada bob; do
        printf '[[user]]\nname = "%s"\npassword = "%s"\nroles = ["analyst", "service_admin"]\n' "$user" "$hash"
    done >"$run/users.toml"
}

write_settings() {
    cat >"$run/sqe.toml" <<SETTINGS
[coordinator]
flight_sql_port = $port
trino_http_port = $((port + 1))
spill_dir = "$run/spill"
tls = { cert_file = "$run/certificate.pem", key_file = "$run/key.pem" }

[metrics]
prometheus_port = $((port + 2))

[catalog]
warehouse = "$run/warehouse"

[session]
secrets_path = "$run/session.keys"

[[auth.providers]]
type = "static"
users_file = "$run/users.toml"
SETTINGS
}

server=''
stop_server() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
}
trap stop_server EXIT
trap 'exit 130' INT TERM

start_server() {
    "$home/bin/sqe" server --config "$run/sqe.toml" >"$run/server.log" 2>&1 &
    server=$!
    tries=0
    until curl -fs -o /dev/null "http://127.0.0.1:$((port + 3))/readyz"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 600 ] || ! kill -0 "$server" 2>/dev/null; then
            echo "The server did not start:" >&2
            cat "$run/server.log" >&2
            exit 1
        fi
        sleep 0.1
    done
}

java_client() {
    libraries=$1
    program=$2
    shift 2
    "$JAVA_HOME/bin/java" --add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        --enable-native-access=ALL-UNNAMED -cp "$libraries" "$clients/java/$program.java" "$@"
}

trino_cli() {
    cli=$("$here/fetch-artifact.sh" io.trino:trino-cli:476:jar:executable)
    TRINO_PASSWORD=secret "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar "$cli" \
        --server "https://localhost:$SQE_TRINO_PORT" --truststore-path "$SQE_TRUST_STORE" --truststore-password changeit \
        --user ada --password --output-format CSV_HEADER --file "$clients/trino/cli.sql" >"$run/cli.out" 2>"$run/cli.err" || true
    if diff -u "$clients/trino/cli.expected" "$run/cli.out"; then
        echo "1 passed, 0 failed"
    else
        cat "$run/cli.err"
        echo "0 passed, 1 failed"
    fi
}

run_suite() {
    jdbc="$work/drivers/jdbc/*"
    case $1 in
        pyarrow | adbc | frames | trino-python | sqlalchemy) "$work/venv/bin/python" "$clients/python" "$1" ;;
        flight-jdbc) java_client "$jdbc" FlightSqlJdbc ;;
        flight-metadata) java_client "$jdbc" MetadataWalk flight "$clients/java/flight.expected" ${SQE_REWRITE:+rewrite} ;;
        adbc-java) java_client "$work/drivers/*" AdbcJava ;;
        trino-jdbc) java_client "$jdbc" TrinoJdbc ;;
        trino-metadata) java_client "$jdbc" MetadataWalk trino "$clients/java/trino.expected" ${SQE_REWRITE:+rewrite} ;;
        pool) java_client "$jdbc:$work/drivers/*" ConnectionPool ;;
        trino-cli) trino_cli ;;
        dbt) "$clients/dbt/run.sh" "$work/dbt/bin/dbt" "$run/dbt" ;;
        *) echo "There is no suite $1; there are: $suites" ;;
    esac
}

mkdir -p "$work"
python_folder venv "$python_packages"
case " $suites " in *" dbt "*) python_folder dbt "$dbt_packages" ;; esac
install_drivers

# Every run begins with nothing.
run="$work/run"
rm -rf "$run"
mkdir -p "$run"
make_secrets
write_settings
start_server
export SQE_FLIGHT_PORT="$port" SQE_TRINO_PORT="$((port + 1))" SQE_CERTIFICATE="$run/certificate.pem" SQE_TRUST_STORE="$run/trust.p12"

# Python's clients would prefer the authorities that these name to the certificate that they are given.
unset REQUESTS_CA_BUNDLE CURL_CA_BUNDLE

for suite in $suites; do
    echo "$suite"
    run_suite "$suite" >"$run/$suite.out" 2>&1 || true
    grep '^  FAIL ' "$run/$suite.out" || true
    if summary=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$run/$suite.out"); then
        echo "  $summary"
    else
        # A client that ends without saying how it went has failed.
        tail -n 20 "$run/$suite.out"
        summary="0 passed, 1 failed"
    fi
    echo "$summary" >>"$run/results"
done
echo
echo "What each client has printed is in $run."
awk '{ passed += $1; failed += $3 } END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 }' "$run/results"
