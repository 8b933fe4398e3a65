#!/bin/sh
# Unpacks Debian's arm64 libraries of the screen into DIR, to link against: the
# machine itself gets none of them, and its own lists of packages stay as they
# are. What is there already is kept.
#
#	sysroot.sh DIR
set -eu
mkdir -p "$1"
root=$(cd "$1" && pwd)
[ ! -e "$root/.ready" ] || exit 0
packages="libgl-dev libgl1 libglx-dev libglx0 libegl-dev libegl1 libgles-dev libgles2 libglvnd0
	libx11-dev libx11-6 libxau6 libxdmcp6 libxcb1 libbsd0 libmd0
	libxcursor-dev libxrandr-dev libxrender-dev libxinerama-dev libxi-dev libxext-dev libxfixes-dev libxxf86vm-dev"
shared="x11proto-dev"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/deb"
: >"$work/status"
cat >"$work/apt.conf" <<END
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Dir::State "$work/state";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
END
export APT_CONFIG="$work/apt.conf"
apt-get update -qq
# shellcheck disable=SC2086 # names, one a word
(cd "$work/deb" && apt-get download -qq $packages $shared)
for deb in "$work"/deb/*.deb; do dpkg-deb -x "$deb" "$root"; done
touch "$root/.ready"
