#!/bin/bash
# QGIS desktop with the staged plugin, in a profile of its own, so that the user's own stays as it is.
set -eu
cd "$(dirname "$0")/.."
profiles="$PWD/build/profiles"
plugins="$profiles/profiles/copernicus/python/plugins"
mkdir -p "$plugins" "$profiles/profiles/copernicus/QGIS"
ln -sfn "$PWD/build/stage/copernicus_plugin" "$plugins/copernicus_plugin"
ini="$profiles/profiles/copernicus/QGIS/QGIS3.ini"
[ -f "$ini" ] || printf '[PythonPlugins]\ncopernicus_plugin=true\nprocessing=true\n[qgis]\ncheckVersion=false\n' > "$ini"
exec qgis --profiles-path "$profiles" --profile copernicus --noversioncheck "$@"
