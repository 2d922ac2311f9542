#!/bin/sh
# Makes the distribution archive from the program's folder: adds a runtime with just the modules that are used, unpacks
# the native libraries, trains the AOT cache, and packs. Maven calls it in the profile `dist`.
#
#   make-archive.sh <folder of the program> <version> <timestamp of every file> <folder of source archives>
#
# A folder beside the program's own is packed, so that the one in the source tree stays as it is.
set -eu

program=$1
version=$2
timestamp=$3
sources=$4
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
training=$here/../training
jdk=${JAVA_HOME:?set by maven.sh}

case $(uname -s)-$(uname -m) in
    Linux-x86_64) platform=linux-x86_64 duckdb=libduckdb_java.so_linux_amd64 sqlite=org/sqlite/native/Linux/x86_64/libsqlitejdbc.so ;;
    Linux-aarch64) platform=linux-aarch64 duckdb=libduckdb_java.so_linux_arm64 sqlite=org/sqlite/native/Linux/aarch64/libsqlitejdbc.so ;;
    *)
        echo "No distribution is made for $(uname -s) on $(uname -m); ./sqe runs from the source tree." >&2
        exit 1
        ;;
esac

name=sqe-$version
work=$(dirname "$program")/dist
root=$work/$name
rm -rf "$work"
mkdir -p "$root"
cp -R "$program/bin" "$program/lib" "$program/sbom.json" "$root/"
cp "$here/../../../../../LICENSE" "$here/../../../../../NOTICE" "$here/../../../../../THIRD-PARTY.txt" "$root/"

# jdeps cannot read a class path with modular jars on it, so the modules are listed; the test that runs the archive holds
# the list. java.desktop (AWT, 30 MB) is left out: only drawing code of libraries, which we never call, names it.
modules=java.compiler,java.logging,java.management,java.naming,java.sql,jdk.management,jdk.unsupported,jdk.zipfs
"$jdk/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --generate-cds-archive \
    --output "$root/runtime" >"$work/jlink.out" || {
    cat "$work/jlink.out" >&2
    exit 1
}

mkdir "$root/lib/native"
# Moves member $2 of the jar $1 to the native libraries as $3.
unpack() {
    (cd "$work" && "$jdk/bin/jar" --extract --file "$1" "$2" && mv "$2" "$root/lib/native/$3")
}
for jar in "$root"/lib/*.jar; do
    case $jar in
        */duckdb_jdbc-*)
            # DuckDB is used through its C API: of its Java driver only the library for this platform is needed.
            unpack "$jar" "$duckdb" libduckdb.so
            rm "$jar"
            ;;
        */sqlite-jdbc-*) unpack "$jar" "$sqlite" libsqlitejdbc.so ;;
    esac
done

# Replaces the jar $1 by the content of folder $2.
pack() {
    rm "$1"
    "$jdk/bin/jar" --create --file "$1" --manifest "$2/META-INF/MANIFEST.MF" -C "$2" .
}

# Picocli is compiled for Java 5, and the AOT cache takes no class that old: the same source, compiled for this runtime.
picocli=$(echo "$root"/lib/picocli-*.jar)
mkdir "$work/picocli"
(cd "$work/picocli" && "$jdk/bin/jar" --extract --file "$sources/$(basename "$picocli" .jar)-sources.jar")
rm -r "$work/picocli/picocli/doc-files"
"$jdk/bin/javac" --release 25 -proc:none -nowarn -Xlint:none -d "$work/picocli" "$work"/picocli/picocli/*.java
rm "$work"/picocli/picocli/*.java "$work/picocli/overview.html"
pack "$picocli" "$work/picocli"

# A signed jar is verified at every start, and the AOT cache takes no class of it.
for jar in "$root"/lib/*.jar; do
    if "$jdk/bin/jar" --list --file "$jar" | grep -q '^META-INF/[^/]*\.SF$'; then
        unsigned=$work/unsigned/$(basename "$jar")
        mkdir -p "$unsigned"
        (cd "$unsigned" && "$jdk/bin/jar" --extract --file "$jar")
        rm "$unsigned"/META-INF/*.SF "$unsigned"/META-INF/*.[RDE]*
        pack "$jar" "$unsigned"
    fi
done

# The AOT cache remembers each jar's time and size, so both are settled before the training.
find "$root" -exec touch --date "$timestamp" {} +
warehouse=$work/training-warehouse
SQE_JAVA_OPTS="-XX:AOTCacheOutput=$root/lib/sqe.aot" "$root/bin/sqe" --warehouse "$warehouse" --file "$training/training.sql" \
    >"$work/training.out" 2>"$work/training.err" || {
    cat "$work/training.out" "$work/training.err" >&2
    echo "The training run of the AOT cache failed." >&2
    exit 1
}

# A server and its engine's process load other classes than the shell: each has a cache of its own, trained by one run of both.
"$jdk/bin/java" --add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider -Dorg.slf4j.simpleLogger.defaultLogLevel=off \
    -cp "$root/lib/*" "$training/TrainServer.java" "$root" "$work" >"$work/training.out" 2>"$work/training.err" || {
    cat "$work/training.out" "$work/training.err" >&2
    echo "The training run of the server's AOT caches failed." >&2
    exit 1
}
touch --date "$timestamp" "$root/lib/sqe.aot" "$root/lib/sqe-server.aot" "$root/lib/sqe-engine.aot" "$root/lib"

tar --sort=name --owner=0 --group=0 --numeric-owner --directory "$work" --create "$name" |
    gzip --no-name -6 >"$(dirname "$program")/$name-$platform.tar.gz"
