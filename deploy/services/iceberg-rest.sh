#!/bin/sh
# Starts the Iceberg project's own REST catalog, over an SQLite file, on loopback, and prints its process id.
#
#   iceberg-rest.sh PORT FOLDER
#
# Downloads its libraries the first time.
. "$(dirname -- "$0")/lib.sh"

port=$1
mkdir -p "$2/warehouse"
folder=$(CDPATH='' cd -- "$2" && pwd)
home="$services/iceberg-rest"

if [ ! -f "$home/whole" ]; then
    "$here/../maven.sh" --quiet -Dmaven.repo.local="$services/m2" -f "$here/iceberg-rest/pom.xml" \
        dependency:copy-dependencies -DoutputDirectory="$home" >&2
    javac -cp "$home/*" -d "$home/classes" "$here/iceberg-rest/CatalogServer.java" >&2
    touch "$home/whole"
fi

nohup java -Xmx512m --enable-native-access=ALL-UNNAMED -cp "$home/classes:$home/*" org.apache.iceberg.rest.CatalogServer \
    "$port" "$folder" >"$folder/catalog.log" 2>&1 &
await $! "http://127.0.0.1:$port/v1/config" 60 defaults "$folder/catalog.log"
echo $!
