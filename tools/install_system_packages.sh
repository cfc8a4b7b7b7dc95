#!/bin/bash
# Installs what is missing of the Debian or Ubuntu packages that the plugin's users, tests and demo need.
set -eu
packages=(
  qgis python3-qgis python3-venv python3-lxml python3-requests python3-owslib python3-shapely python3-numpy python3-gdal gdal-bin
  xvfb xauth xdotool x11-apps imagemagick fonts-dejavu-core fonts-noto-core
  pyqt5-dev-tools qttools5-dev-tools
  curl postgresql-postgis
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "These packages are missing, and there is no sudo: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update -q && \
       "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  exit 1
fi
rm -f "$log"
