#!/bin/sh
# Prints the home of a JDK that can build and run SQE; says what to install when there is none.
#
# Looks at JAVA_HOME, then `java` on the PATH, then the usual install folders. There version 25 itself is taken before
# a newer one. Reads each JDK's `release` file rather than starting it, so that the answer comes in milliseconds.
set -u

wanted=25
seen=""

# Prints the major version of the JDK in folder $1, or 0 when no JDK (a Java without a compiler counts as none).
major_version() {
    if [ ! -x "$1/bin/javac" ]; then
        echo 0
        return
    fi
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1)
    else
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    fi
    echo "${version:-0}"
}

# Prints $1 and ends when it is new enough; otherwise remembers what was there, for the message. $2 says where it was.
accept() {
    found=$(major_version "$1")
    if [ "$found" -ge "$wanted" ]; then
        printf '%s\n' "$1"
        exit 0
    fi
    if [ "$found" -eq 0 ]; then
        what="no JDK (no bin/javac in it)"
    else
        what="JDK $found"
    fi
    seen="$seen
  $2: $1 is $what"
}

# Prints every folder that installers use for JDKs, one a line.
usual_homes() {
    for home in \
        /usr/lib/jvm/* \
        /usr/java/* \
        /usr/local/lib/jvm/* \
        /opt/* /opt/java/* /opt/jdk/* \
        "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* \
        "$HOME"/.jabba/jdk/* \
        "$HOME"/.local/share/mise/installs/java/* \
        "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -x "$home/bin/javac" ]; then
            printf '%s\n' "$home"
        fi
    done
}

HOME=${HOME:-/nonexistent}

if [ -n "${JAVA_HOME:-}" ]; then
    accept "$JAVA_HOME" JAVA_HOME
fi

if on_path=$(command -v java); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s\n' "$on_path")
    accept "$(dirname "$(dirname "$on_path")")" "java on the PATH"
fi

newer=""
homes=$(usual_homes)
while IFS= read -r home; do
    [ -n "$home" ] || continue
    found=$(major_version "$home")
    if [ "$found" -eq "$wanted" ]; then
        printf '%s\n' "$home"
        exit 0
    fi
    if [ "$found" -gt "$wanted" ]; then
        newer=${newer:-$home}
    fi
done <<LIST
$homes
LIST

if [ -n "$newer" ]; then
    printf '%s\n' "$newer"
    exit 0
fi

cat >&2 <<MESSAGE
SQE needs a JDK $wanted or newer, and none was found.
Looked at JAVA_HOME, at java on the PATH and in the usual install folders.${seen:+ There was:$seen}

Install one, for example Eclipse Temurin $wanted:
  Debian, Ubuntu   apt-get install openjdk-$wanted-jdk, or temurin-$wanted-jdk from Adoptium
  Fedora           dnf install java-$wanted-openjdk-devel
  macOS            brew install openjdk@$wanted
  any              sdk install java $wanted-tem   (SDKMAN)
or set JAVA_HOME to one that is elsewhere, and run the command again.
MESSAGE
exit 1
