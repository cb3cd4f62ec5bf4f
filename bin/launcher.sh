# Shared by the launchers in this directory; sourced, not run.
# Finds a JDK 25, builds what is missing once, and replaces itself by the program.

# A standard stream that is closed would become the first file that the program opens, and what is
# printed would go into it. Something that fails (or is empty) takes its place.
{ : <&0; } 2>/dev/null || exec 0</dev/null
{ : >&1; } 2>/dev/null || exec 1</dev/null
{ : >&2; } || exec 2>/dev/null

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The version of a Java home, from its `release` file; empty when there is none.
java_version() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9.]*\).*/\1/p' "$1/release"
}

# Whether a version of Java can corrupt arrays that native code has pinned.
is_unsafe_java() {
  case $1 in
    25 | 25.0 | 25.0.0 | 25.0.1 | 25.0.2) return 0 ;;
    *) return 1 ;;
  esac
}

warn_of_unsafe_java() {
  local version
  version=$(java_version "$1")
  if is_unsafe_java "$version"; then
    echo "$program: warning: Java $version can corrupt data that native code works on;" \
      "install 25.0.3 or newer" >&2
  fi
}

# Java reads arguments and paths in the charset of the locale, and turns what it does not know into
# question marks. Here they are UTF-8, whatever the locale.
use_utf8() {
  local candidate
  [ "$(locale charmap 2>/dev/null || true)" != UTF-8 ] || return 0
  for candidate in C.UTF-8 en_US.UTF-8; do
    if [ "$(env LC_ALL="$candidate" locale charmap 2>/dev/null || true)" = UTF-8 ]; then
      export LC_ALL=$candidate
      return 0
    fi
  done
  { export LC_ALL=C.UTF-8; } 2>/dev/null
}

find_java() {
  local candidate release on_path user_home=${HOME:-/nonexistent}
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/java}
  fi
  for candidate in "${OMNIGRAPH_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$user_home"/.sdkman/candidates/java/* \
    "$user_home"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    release=$(java_version "$candidate")
    release=${release%%.*}
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

# Whether a module's class path was written and everything on it is still there.
is_built() {
  local list="$home/$1/target/classpath" entry
  [ -r "$list" ] || return 1
  local IFS=:
  for entry in $(cat "$list"); do
    [ -e "$entry" ] || return 1
  done
}

build() {
  if ! command -v mvn >/dev/null; then
    echo "$program: needs Maven 3.8.7 or newer to build itself; install it and try again" >&2
    exit 1
  fi
  local log="$home/target/launcher-build.log"
  mkdir -p "$home/target"
  echo "$program: building once; later runs start at once" >&2
  if ! (cd "$home" && JAVA_HOME="$java_home" mvn -B -Dmaven.test.skip=true \
    -Dspotless.check.skip=true -Dcheckstyle.skip=true package >"$log" 2>&1 </dev/null); then
    grep -E 'ERROR' "$log" | head -20 >&2
    echo "$program: the build failed; the whole log is in $log" >&2
    exit 1
  fi
}

build_if_missing() {
  is_built "$1" && return 0
  mkdir -p "$home/target"
  if command -v flock >/dev/null; then
    exec 9>"$home/target/launcher-build.lock"
    flock 9
    is_built "$1" || build
    exec 9>&-
  else
    build
  fi
}

# launch MODULE MAIN_CLASS LOG_LEVEL ARGUMENTS...
launch() {
  local module=$1 main=$2 level=$3
  shift 3
  if ! java_home=$(find_java); then
    echo "$program: needs a JDK 25 or newer; install one (for example Temurin 25) and set" \
      "JAVA_HOME or OMNIGRAPH_JAVA_HOME to it" >&2
    exit 1
  fi
  warn_of_unsafe_java "$java_home"
  use_utf8
  build_if_missing "$module"
  # shellcheck disable=SC2086 # several options in one variable, on purpose
  exec "$java_home/bin/java" \
    --add-opens=java.base/java.nio=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Xshare:auto \
    -Dorg.slf4j.simpleLogger.defaultLogLevel="$level" \
    -Dorg.slf4j.simpleLogger.showDateTime=true \
    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX" \
    -Dorg.slf4j.simpleLogger.showThreadName=false \
    -Dorg.slf4j.simpleLogger.showShortLogName=true \
    ${OMNIGRAPH_JVM_OPTIONS:-} \
    -cp "$(cat "$home/$module/target/classpath")" "$main" "$@"
}
