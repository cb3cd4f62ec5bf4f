#!/usr/bin/env bash
# Figures of the code itself, of the working tree or of a commit (docs/benchmarks.md).
#
#   bench/house.sh [COMMIT]
#
# Prints for each module its lines of code (neither blank nor comment, tests left out), its share of all, and its public
# types; then how many files of the product name each scalar and each aggregate, outside comments and imports: so many a
# new one would touch at most.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
commit=${1:-}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ -n "$commit" ]; then
  git -C "$home" archive "$commit" | tar -x -C "$scratch"
else
  (cd "$home" && git ls-files -z -- '*.java' '*pom.xml' | while IFS= read -r -d '' file; do
    # What was removed and not committed yet is still listed.
    if [ -e "$file" ]; then printf '%s\0' "$file"; fi
  done | tar -c --null -T - -f -) | tar -x -C "$scratch"
fi
cd "$scratch"

# The lines of code of all files that are named on standard input: without comments, blank lines and imports.
code() {
  xargs -r cat | sed -E 's,^[[:space:]]+,,' |
    grep -vE '^$|^//|^/\*|^\*|^import |^package ' || true
}

modules=$(find . -path '*/src/main/java' -type d | sed -E 's,^\./,,; s,/src/main/java$,,' | grep -vx bench | sort)
total=0
declare -A lines
for module in $modules; do
  lines[$module]=$(find "$module/src/main/java" -name '*.java' | code | wc -l)
  total=$((total + lines[$module]))
done

printf '| module | lines of code | share | public types |\n|---|---|---|---|\n'
largest=
for module in $modules; do
  types=$(find "$module/src/main/java" -name '*.java' ! -name 'package-info.java' |
    xargs -r grep -lE '^public (abstract |final |sealed |non-sealed )*(class|interface|record|enum|@interface) ' | wc -l)
  printf '| `%s` | %d | %d %% | %d |\n' "$module" "${lines[$module]}" \
    $(((100 * lines[$module] + total / 2) / total)) "$types"
  if [ -z "$largest" ] || [ "${lines[$module]}" -gt "${lines[$largest]}" ]; then
    largest=$module
  fi
done
printf '| all | %d | | |\n\n' "$total"
printf 'Largest module: `%s` with %d %% of the code.\n\n' "$largest" \
  $(((100 * lines[$largest] + total / 2) / total))

# The number of files of the product in which a pattern stands, as a word, outside comments and imports.
naming() {
  # A word of the code ends where no letter, digit or underscore follows.
  find $modules -path '*/src/main/java/*' -name '*.java' |
    xargs grep -E "(^|[^A-Za-z0-9_])($1)([^A-Za-z0-9_]|\$)" /dev/null |
    grep -vE '^[^:]*:[[:space:]]*(\*|//|/\*|import )' | cut -d: -f1 | sort -u | wc -l
}

printf '| scalar | files that name it |\n|---|---|\n'
# Each as a constant or class of the code and as the word of the language.
for scalar in 'String:STRING|StringRules|"String"' 'Bool:BOOL|BoolRules|"Bool"' 'I32:I32|"I32"' 'I64:I64|"I64"' \
  'U32:U32|"U32"' 'U64:U64|"U64"' 'F32:F32|Float32Rules|"F32"' 'F64:F64|Float64Rules|"F64"' 'Date:DATE|DateRules|"Date"' \
  'DateTime:DATE_TIME|DATETIME|DateTimeRules|"DateTime"' 'Duration:DURATION|DurationRules|"Duration"' \
  'Vector:VECTOR|VectorRules|"Vector"' 'Blob:BLOB|BlobRules|"Blob"'; do
  printf '| `%s` | %d |\n' "${scalar%%:*}" "$(naming "${scalar#*:}")"
done

printf '\n| aggregate | files that name it |\n|---|---|\n'
for aggregate in SUM AVG MIN MAX COUNT; do
  word=$(printf '%s' "$aggregate" | tr '[:upper:]' '[:lower:]')
  printf '| `%s` | %d |\n' "$word" "$(naming "AggregateFunction\.$aggregate|case ([A-Z]+, )*$aggregate(, [A-Z]+)*|$aggregate,|$aggregate;|\"$word\"")"
done
