#!/usr/bin/env bash
# The main job from end to end, through the real qgis_process: a demo region, its localities with
# indicators and classes, and a project with a map. SIZE=tiny takes seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$PWD/build/demo
size=${SIZE:-region}
region=$out/region/demo.gpkg
results=$out/samplan-demo.gpkg
mkdir -p "$out"
rm -f "$out"/samplan-demo.*

run() {
  echo "demo: $1" >&2
  tools/qgis.sh process run "$@" >"$out/log.txt" 2>&1 || { tail -n 20 "$out/log.txt" >&2; exit 1; }
}
table() { echo "ogr:dbname='$results' table=\"$1\" (geom)"; }

run samplan:demoregion -- SIZE="$size" FOLDER="$out/region"
# the first output makes the GeoPackage, the others go into it
run samplan:localitystructure -- \
  BUILDINGS="$region|layername=buildings" RESIDENTS="$region|layername=residents" \
  FLOWS="$region|layername=commuting" MUNICIPALITIES="$region|layername=municipalities" \
  NAMES="$region|layername=places" WATER="$region|layername=water" \
  BRIDGING="$region|layername=greens" EARLIER="$region|layername=earlier_localities" \
  EARLIER_CODE=code EARLIER_NAME=name CLASSES=5 \
  typology:TYPOLOGY="$results" typology:PROFILE="$(table profile)" typology:CHOICES="$(table choices)"
run samplan:planningproject -- \
  LAYERS="$results|layername=samplan-demo" LAYERS="$region|layername=railways" \
  LAYERS="$region|layername=streets" LAYERS="$region|layername=water" \
  LAYERS="$region|layername=municipalities" \
  PROJECT="$out/samplan-demo.qgz" PICTURE="$out/samplan-demo.png"

echo "Class table ($results, table profile):"
"$(tools/venv.sh)/bin/python" - "$results" <<'PYTHON'
import sqlite3
import sys

rows = sqlite3.connect(sys.argv[1]).execute(
    "SELECT type_class, loc_name FROM \"samplan-demo\" ORDER BY type_class, pop DESC"
).fetchall()
for number in sorted({row[0] for row in rows}):
    names = [name or "-" for each, name in rows if each == number]
    print(f"  {number}  {len(names):3d} localities: {', '.join(names[:8])}")
PYTHON
echo "Project: $out/samplan-demo.qgz"
echo "Results: $results"
echo "Map:     $out/samplan-demo.png"
