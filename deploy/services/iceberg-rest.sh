#!/bin/sh
# Starts the Iceberg project's own REST catalog, over an SQLite file, on loopback, and prints its process id.
#
#   iceberg-rest.sh PORT FOLDER [TABLE=METADATA-FILE]...
#
# A table whose metadata is given is there as shared.TABLE, of the same data files.
# Downloads its libraries the first time.
. "$(dirname -- "$0")/lib.sh"

port=$1
mkdir -p "$2/warehouse"
folder=$(CDPATH='' cd -- "$2" && pwd)
shift 2
home="$services/iceberg-rest"

if [ ! -f "$home/whole" ]; then
    "$here/../maven.sh" --quiet -Dmaven.repo.local="$services/m2" -f "$here/iceberg-rest/pom.xml" \
        dependency:copy-dependencies -DoutputDirectory="$home" >&2
    touch "$home/whole"
fi
javac -cp "$home/*" -d "$folder/classes" "$here/iceberg-rest/CatalogServer.java" >&2

nohup java -Xmx512m --enable-native-access=ALL-UNNAMED -cp "$folder/classes:$home/*" org.apache.iceberg.rest.CatalogServer \
    "$port" "$folder" "$@" >"$folder/catalog.log" 2>&1 &
await $! "http://127.0.0.1:$port/v1/config" 60 defaults "$folder/catalog.log"
echo $!
