#!/bin/sh
# Starts Trino 476, one node on loopback, and prints its process id. Downloads it the first time (1 GB).
#
#   trino.sh PORT FOLDER REST-URI
#
# Its catalog `ice` is the Iceberg REST catalog at the URI, with local files readable.
. "$(dirname -- "$0")/lib.sh"

version=476
port=$1
mkdir -p "$2/etc/catalog"
folder=$(CDPATH='' cd -- "$2" && pwd)
rest=$3
home="$services/trino-$version"

if [ ! -f "$home/whole" ]; then
    archive=$("$here/../fetch-artifact.sh" "io.trino:trino-server:$version:tar.gz")
    mkdir -p "$home"
    tar xzf "$archive" -C "$home" --strip-components=1
    # Plugins are hard links to each other: unpacked whole, then only what is used is kept, for each one costs at the start.
    find "$home/plugin" -mindepth 1 -maxdepth 1 ! -name iceberg -exec rm -rf {} +
    touch "$home/whole"
fi

cat >"$folder/etc/config.properties" <<CONFIG
coordinator=true
node-scheduler.include-coordinator=true
http-server.http.port=$port
discovery.uri=http://127.0.0.1:$port
query.max-memory=4GB
query.max-memory-per-node=3GB
CONFIG
cat >"$folder/etc/node.properties" <<CONFIG
node.environment=measure
node.id=measure
node.data-dir=$folder/var
node.bind-ip=127.0.0.1
node.internal-address=127.0.0.1
CONFIG
cat >"$folder/etc/jvm.config" <<CONFIG
-server
-Xmx${TRINO_HEAP:-6G}
-XX:+UseG1GC
-XX:ReservedCodeCacheSize=512M
-Djdk.attach.allowAttachSelf=true
-Dfile.encoding=UTF-8
-XX:+EnableDynamicAgentLoading
--add-modules=jdk.incubator.vector
CONFIG
cat >"$folder/etc/catalog/ice.properties" <<CONFIG
connector.name=iceberg
iceberg.catalog.type=rest
iceberg.rest-catalog.uri=$rest
fs.native-local.enabled=true
local.location=/
CONFIG

nohup "$home/bin/launcher" run --etc-dir "$folder/etc" --data-dir "$folder/var" >"$folder/trino.log" 2>&1 &
await $! "http://127.0.0.1:$port/v1/info" 300 '"starting":false' "$folder/trino.log"
echo $!
