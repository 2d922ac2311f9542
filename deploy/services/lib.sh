# What the scripts beside this one share; they source it. SQE_SERVICES is where servers are kept once they are downloaded.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
services=${SQE_SERVICES:-${XDG_CACHE_HOME:-$HOME/.cache}/sqe-services}
JAVA_HOME=$("$here/../find-jdk.sh")
export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
mkdir -p "$services"

# Waits up to $3 seconds until the answer of URL $2 has text $4 in it; the process $1 must live on. Its log is $5.
await() {
    tries=0
    until curl -fs -m 2 "$2" 2>/dev/null | grep -q "$4"; do
        tries=$((tries + 1))
        if [ "$tries" -gt $(($3 * 5)) ] || ! kill -0 "$1" 2>/dev/null; then
            echo "It did not start. Its log is $5:" >&2
            tail -n 20 "$5" >&2
            kill "$1" 2>/dev/null || true
            exit 1
        fi
        sleep 0.2
    done
}
