#!/usr/bin/env bash
# Run every benchmark; its peers live in an environment of their own, because some of
# them cannot share a process with QGIS's libraries.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=$(tools/venv.sh)
peers=$venv-peers
wanted=tests/benchmarks/peers.txt

options=()
if [[ -s $wanted ]]; then
  if [[ $wanted -nt $peers/.ready ]]; then
    /usr/bin/python3 -m venv "$peers"
    "$peers/bin/python" -m pip install --quiet --disable-pip-version-check -r "$wanted"
    touch "$peers/.ready"
  fi
  options=(--peers "$(realpath -s "$peers")/bin/python")
fi
for script in tests/benchmarks/bench_*.py; do
  echo "== $script"
  "$venv/bin/python" "$script" "${options[@]}"
done
