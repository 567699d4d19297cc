#!/usr/bin/env bash
# Run the real QGIS with this checkout as a plugin, in a profile of its own:
#   tools/qgis.sh process run samplan:demoregion -- FOLDER=build/demo
#   tools/qgis.sh desktop build/demo/samplan-demo.qgz
# SAMPLAN_PROFILE and SAMPLAN_PLUGINS choose another profile and another folder of plugins.
set -euo pipefail
checkout=$(dirname "$(dirname "$(realpath "$0")")")
venv=$(cd "$checkout" && realpath "$(tools/venv.sh)")
packages=$(echo "$venv"/lib/python3*/site-packages)
version=$(basename "$(dirname "$packages")")
profile=${SAMPLAN_PROFILE:-$checkout/build/profile-${version#python}}
ini=$profile/profiles/default/QGIS/QGIS3.ini

# Debian's own starter hands qgis_process an option that it refuses
binary() { command -v "$1.bin" || command -v "$1"; }

export PYTHONPATH=$packages
export QGIS_PLUGINPATH=${SAMPLAN_PLUGINS:-$checkout/build/plugins}
export QGIS_CUSTOM_CONFIG_PATH=$profile
if ! grep -qs '^samplan=true' "$ini"; then
  mkdir -p "$profile"
  QT_QPA_PLATFORM=offscreen "$(binary qgis_process)" plugins enable samplan >&2
fi

program=$1
shift
case $program in
  process) QT_QPA_PLATFORM=offscreen exec "$(binary qgis_process)" "$@" ;;
  desktop) exec "$(binary qgis)" --profiles-path "$profile" --nologo --noversioncheck "$@" ;;
  *) echo "qgis.sh: process or desktop, not $program" >&2; exit 2 ;;
esac
