#!/bin/bash
# The tests on the newer QGIS of Debian, each in a chroot of its own: 3.40 (trixie) and 3.44 (trixie-backports).
#
#   tools/test_matrix.sh [3.40|3.44]... [-- arguments for pytest]
#
# TIERS="unit qgis desktop" chooses the tiers; MATRIX_ROOT the folder of the chroots (5 GB, kept for the next run);
# MATRIX_MIRROR the Debian archive, where the one of this machine's own apt sources cannot serve.
# Everything is mounted in a private namespace, and every process lives in one that ends with the run: nothing is left
# to unmount or to stop.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "A chroot needs root, and there is no sudo." >&2; exit 1; }
  exec sudo --preserve-env bash tools/test_matrix.sh "$@"
fi
if [ -z "${MATRIX_NAMESPACE:-}" ]; then
  MATRIX_NAMESPACE=1 exec unshare --mount --propagation private --pid --fork --kill-child --mount-proc \
    bash tools/test_matrix.sh "$@"
fi

root=${MATRIX_ROOT:-${XDG_CACHE_HOME:-/var/tmp}/copernicus-chroots}
logs=$PWD/build/test-matrix
tiers=${TIERS-unit qgis desktop}
versions=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do versions+=("$1"); shift; done
[ $# -eq 0 ] || shift
pytest_arguments=("$@")
[ ${#versions[@]} -gt 0 ] || versions=(3.40 3.44)
mkdir -p "$root/debs" "$root/wheels" "$logs"

## --- making a chroot ------------------------------------------------------------------------------------

mirror() {
  [ -z "${MATRIX_MIRROR:-}" ] || { echo "$MATRIX_MIRROR"; return; }
  local found
  found=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN)/$(LABEL)' | awk '$2 == "Debian/Debian" {print $1; exit}')
  [ -n "$found" ] || { echo "No Debian archive in the apt sources here: name one in MATRIX_MIRROR." >&2; return 1; }
  echo "$found"
}

# What the network here needs is passed on; nothing else of this environment is.
passed_on() {
  env -0 | grep -zE '^(PIP_[A-Z_]*|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(https?|no|all|HTTPS?|NO|ALL)_(proxy|PROXY))=' || true
}

inside() {  # CHROOT COMMAND...: in it, with a plain environment
  local chroot=$1 variables
  shift
  mapfile -d '' -t variables < <(passed_on)
  env -i "${variables[@]}" HOME=/root LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin XDG_RUNTIME_DIR=/run/user \
    DEBIAN_FRONTEND=noninteractive PYTHONDONTWRITEBYTECODE=1 chroot "$chroot" "$@"
}

mount_into() {
  local chroot=$1
  mkdir -p "$chroot"/{proc,sys,dev,wheels,src/main,src/shared,run/user,var/cache/apt/archives}
  chmod 700 "$chroot/run/user"
  mount -t proc proc "$chroot/proc"
  mount --rbind /sys "$chroot/sys"
  mount --rbind /dev "$chroot/dev"
  mount --bind "$root/debs" "$chroot/var/cache/apt/archives"
  mount --bind "$root/wheels" "$chroot/wheels"
  # The recordings of real services that some tests compare with, where they are.
  [ ! -d ../shared ] || mount --bind -o ro ../shared "$chroot/src/shared"
}

network_of_the_host() {
  local chroot=$1 file
  for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
    [ ! -f "$file" ] || install -D -m 644 "$(realpath "$file")" "$chroot$file"
  done
  apt-config dump | grep -E '^Acquire::https?::Proxy' >"$chroot/etc/apt/apt.conf.d/90host" || true
}

bootstrap() {  # CHROOT SUITE ARCHIVE
  local chroot=$1 suite=$2 archive=$3
  command -v debootstrap >/dev/null || apt-get install -y -q --no-install-recommends debootstrap >"$logs/debootstrap.log" 2>&1 \
    || { apt-get update -q && apt-get install -y -q --no-install-recommends debootstrap; } >"$logs/debootstrap.log" 2>&1
  rm -rf --one-file-system "$chroot"
  debootstrap --variant=minbase --include=ca-certificates --cache-dir="$root/debs" "$suite" "$chroot" "$archive" \
    >"$logs/debootstrap.log" 2>&1 || { tail -n 20 "$logs/debootstrap.log" >&2; return 1; }
  # Nothing is started by an installation in a chroot.
  printf '#!/bin/sh\nexit 101\n' >"$chroot/usr/sbin/policy-rc.d"
  chmod 755 "$chroot/usr/sbin/policy-rc.d"
  touch "$chroot/.bootstrapped"
}

apt_sources() {  # CHROOT VERSION ARCHIVE
  local chroot=$1 version=$2 archive=$3
  echo "deb $archive trixie main" >"$chroot/etc/apt/sources.list"
  [ "$version" = 3.44 ] || return 0
  echo "deb $archive trixie-backports main" >>"$chroot/etc/apt/sources.list"
  printf 'Package: src:qgis\nPin: release n=trixie-backports\nPin-Priority: 990\n' >"$chroot/etc/apt/preferences.d/qgis"
}

install_tests() {  # CHROOT: the wheels are fetched by this machine's own pip, which knows how to reach them
  local chroot=$1 stamp python
  stamp=$(sha256sum <requirements/test.txt)
  [ "$(cat "$chroot/venv/.made-of" 2>/dev/null)" != "$stamp" ] || return 0
  python=$(inside "$chroot" /usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  /usr/bin/python3 -m pip download -qq --disable-pip-version-check --python-version "$python" --only-binary :all: \
    -d "$root/wheels" -r requirements/test.txt
  rm -rf "$chroot/venv"
  inside "$chroot" /usr/bin/python3 -m venv --system-site-packages /venv
  cp requirements/test.txt "$chroot/venv/requirements.txt"
  inside "$chroot" env -u PIP_FIND_LINKS /venv/bin/python -m pip install -q --disable-pip-version-check --no-index \
    --find-links /wheels -r /venv/requirements.txt
  echo "$stamp" >"$chroot/venv/.made-of"
}

prepare() {  # VERSION
  local version=$1 chroot=$root/qgis-$1 archive found
  archive=$(mirror)
  [ -f "$chroot/.bootstrapped" ] || bootstrap "$chroot" trixie "$archive"
  mount_into "$chroot"
  network_of_the_host "$chroot"
  apt_sources "$chroot" "$version" "$archive"
  install -D -m 755 tools/install_system_packages.sh "$chroot/root/install_system_packages.sh"
  inside "$chroot" bash /root/install_system_packages.sh
  found=$(inside "$chroot" dpkg-query -W -f '${Version}' qgis)
  case $found in "$version".*) ;; *) echo "QGIS $found was installed where $version was asked for" >&2; return 1 ;; esac
  install_tests "$chroot"
}

## --- running --------------------------------------------------------------------------------------------

# The chroot gets a copy, so that a run neither sees edits half made nor leaves files of another Python here.
copy_checkout() {
  local target=$1/src/main
  rm -rf --one-file-system "$target"
  mkdir -p "$target"
  tar -c --exclude=./.git --exclude=./build --exclude='./.venv*' --exclude='./.*_cache' --exclude=__pycache__ \
    --exclude=./.hypothesis --exclude=./.qgis-settings . | tar -x -C "$target"
  ln -s /venv "$target/.venv"
  inside "$1" env -C /src/main /usr/bin/python3 tools/stage.py build/stage/copernicus_plugin
}

run_tier() {  # VERSION TIER
  local version=$1 tier=$2 chroot=$root/qgis-$1 log=$logs/$1-$2.log options=(-p no:pytest_qgis) variables=() code=0
  if [ "$tier" = qgis ]; then
    options=()
    variables=(QT_QPA_PLATFORM=offscreen)
  fi
  inside "$chroot" env -C /src/main "${variables[@]}" timeout 1800 .venv/bin/python -m pytest "${options[@]}" "tests/$tier" \
    "${pytest_arguments[@]}" >"$log" 2>&1 || code=$?
  printf 'QGIS %s  %-8s %s\n' "$version" "$tier" "$(tail -n 1 "$log")"
  [ "$code" -eq 0 ] || { echo "  code $code, all of it in $log"; grep -E '^(FAILED|ERROR) ' "$log" | sed 's/^/  /' || true; }
  return "$code"
}

failed=0
for version in "${versions[@]}"; do
  case $version in 3.40 | 3.44) ;; *) echo "QGIS $version? 3.40 and 3.44 are known here." >&2; exit 2 ;; esac
  prepare "$version"
  copy_checkout "$root/qgis-$version"
  inside "$root/qgis-$version" /venv/bin/python -c 'import sys, numpy, requests, shapely, urllib3
from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR
print(f"QGIS {Qgis.QGIS_VERSION}: Python {sys.version.split()[0]}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}, "
      f"GDAL {gdal.__version__}, numpy {numpy.__version__}, shapely {shapely.__version__}, "
      f"requests {requests.__version__}, urllib3 {urllib3.__version__}")'
  for tier in $tiers; do run_tier "$version" "$tier" || failed=1; done
done
exit "$failed"
