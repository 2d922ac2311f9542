#!/bin/sh
# Prints the path of one file of a Maven registry, downloaded if it is not there yet, without the files that it depends on.
#
#   fetch-artifact.sh GROUP:NAME:VERSION:TYPE[:CLASSIFIER]
#
# SQE_SERVICES is where such files are kept.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
kept=${SQE_SERVICES:-${XDG_CACHE_HOME:-$HOME/.cache}/sqe-services}/m2
artifact=$1
IFS=:
# shellcheck disable=SC2086 # the coordinates are words
set -- $1
unset IFS

file="$kept/$(echo "$1" | tr . /)/$2/$3/$2-$3${5:+-$5}.$4"
# Later versions of the plugin read the artifact's own pom even so, and not each one can be resolved.
plugin=org.apache.maven.plugins:maven-dependency-plugin:2.8
[ -s "$file" ] || "$here/maven.sh" --quiet -Dmaven.repo.local="$kept" "$plugin:get" -Dtransitive=false -Dartifact="$artifact" >&2
echo "$file"
