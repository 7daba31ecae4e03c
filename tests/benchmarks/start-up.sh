#!/usr/bin/env bash
# Warm start of the bootstrap beside "dotnet run", which is what one would type without it. Runs the two in turn and prints each
# one's median and the median of the pairs' ratios. Usage: tests/benchmarks/start-up.sh [PAIRS]
set -euo pipefail
cd "$(dirname "$0")/../.."
pairs=${1:-9}

seconds() { # COMMAND... → wall seconds
  local start=$EPOCHREALTIME
  "$@" >/dev/null 2>&1
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", b - a }'
}

median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

ours=(./build.sh --target=Default)
theirs=(dotnet run --project build/TickStack.Build -- --target=Default)
"${ours[@]}" >/dev/null
"${theirs[@]}" >/dev/null

results=$(mktemp)
trap 'rm -f "$results"' EXIT
for ((i = 0; i < pairs; i++)); do
  echo "$(seconds "${ours[@]}") $(seconds "${theirs[@]}")" >>"$results"
done
echo "build.sh    $(awk '{ print $1 }' "$results" | median) s"
echo "dotnet run  $(awk '{ print $2 }' "$results" | median) s"
echo "ratio       $(awk '{ print $1 / $2 }' "$results" | median)  ($pairs pairs)"
