#!/usr/bin/env bash
# Install what is missing: Debian's packages (as root or with sudo), and a virtual environment in
# build/, named by the Python version so that one checkout serves several QGIS versions.
# Does nothing, quickly, where all is there. SAMPLAN_VENV puts the environment elsewhere.
set -euo pipefail
script=$(realpath "$0")
cd "$(dirname "$script")/.."

say() { echo "setup: $*" >&2; }

[[ -x /usr/bin/python3 ]] && venv=$(tools/venv.sh) && stamp=$venv/.ready-$(sha256sum "$script" | head -c 12)
[[ -e ${stamp:-} ]] && exit

debian=$(. /etc/os-release 2>/dev/null && [[ ${ID:-} == debian ]] && echo "${VERSION_ID:-}") || true
packages=(
  qgis python3-qgis qgis-providers python3-rasterio python3-scipy python3-pandas
  python3-venv xvfb xauth fonts-dejavu-core qttools5-dev-tools
)
# geo wheels must fit the GEOS that QGIS is linked with, or the real qgis_process aborts
geo=()
case $debian in
  12) packages+=(postgresql-15-postgis-3); geo=("shapely>=2.0,<2.1" "geopandas>=1.0,<1.1") ;;
  13) packages+=(python3-shapely python3-geopandas postgresql-17-postgis-3) ;;
  *) say "this script knows Debian 12 and 13 only; README.md lists what to install"; exit 1 ;;
esac

missing=()
for package in "${packages[@]}"; do
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
done
if ((${#missing[@]})); then
  root=()
  if ((EUID)); then
    if ! command -v sudo >/dev/null || ! { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
      say "these packages are missing, and only an administrator can install them:"
      say "  apt-get install --no-install-recommends ${missing[*]}"
      exit 1
    fi
    root=(sudo)
  fi
  say "installing ${missing[*]} (a minute or two; what apt says goes to build/setup.log)"
  mkdir -p build
  {
    "${root[@]}" apt-get update -q &&
      "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}"
  } >build/setup.log 2>&1 || { tail -n 15 build/setup.log >&2; say "apt failed"; exit 1; }
fi

venv=$(tools/venv.sh)
stamp=$venv/.ready-$(sha256sum "$script" | head -c 12)
say "preparing $venv"
[[ -x $venv/bin/pip ]] || /usr/bin/python3 -m venv --system-site-packages "$venv"
install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"; }
install "pytest>=8,<10" "pytest-qgis>=5,<6" "ruff==0.17.*" "mypy==2.4.*" \
  "flake8>=7,<8" "flake8-qgis>=2.1,<3" "bandit>=1.8,<2"
# optional in the product; it brings neither numpy nor pandas
install "distributed>=2024.8,<2027"
# --no-deps: geopandas would bring a pyproj that QGIS's own PROJ does not bear, the others a numpy
# or pandas; gtfs-kit reads in the tests what the scenario editor writes
install --no-deps "pandas-stubs>=3,<4" "${geo[@]}" \
  gtfs-kit==6.1.1 utm folium branca json2html rtree xyzservices pycountry requests
rm -f "$venv"/.ready-*
touch "$stamp"
