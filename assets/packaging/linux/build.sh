#!/bin/sh
# Builds both programs for Linux into OUT, so that they start on old systems too
# (oldglibc.c, glibc.sh), with no path of this machine in them.
#
#	build.sh amd64|arm64 OUT VERSION
#
# Needs what `deps.sh build` installs, for arm64 on another processor what
# `deps.sh cross` installs.
set -eu
arch=$1 out=$2 version=$3
here=$(dirname "$0")
GO=${GO:-go}
mkdir -p "$out"
export GOOS=linux GOARCH="$arch"
set_version="-s -w -buildid= -X deputydesk/assets.Version=$version"

CGO_ENABLED=0 "$GO" build -trimpath -ldflags "$set_version" -o "$out/deskctl" ./cmd/deskctl

cc=${CC:-gcc}
if [ "$arch" != "$("$GO" env GOHOSTARCH)" ]; then
	[ "$arch" = arm64 ] || { echo "build.sh: $arch: can be built only on such a machine" >&2; exit 2; }
	# Always the same path: Go builds everything again when one given to the C
	# compiler changes.
	root=${XDG_CACHE_HOME:-$HOME/.cache}/deputydesk/sysroot-arm64
	sh "$here/sysroot.sh" "$root"
	lib=$root/usr/lib/aarch64-linux-gnu
	cc=aarch64-linux-gnu-gcc
	export CGO_CFLAGS="-O2 '-I$root/usr/include'"
	export CGO_LDFLAGS="'-L$lib' '-Wl,-rpath-link,$lib'"
	export PKG_CONFIG_SYSROOT_DIR="$root" PKG_CONFIG_LIBDIR="$lib/pkgconfig:$root/usr/share/pkgconfig"
fi
export CGO_ENABLED=1 CC="$cc"
"$cc" -O2 -Wall -Werror -c "$here/oldglibc.c" -o "$out/oldglibc.o"
# netgo: the resolver of the C library is the one thing of a newer version that
# nobody here calls.
old="$out/oldglibc.o -Wl,--push-state,--no-as-needed -l:libpthread.so.0 -l:libdl.so.2 -Wl,--pop-state"
"$GO" build -trimpath -tags netgo -ldflags "$set_version -linkmode external -extldflags '$old'" -o "$out/deputydesk" ./cmd/deputydesk
rm "$out/oldglibc.o"
sh "$here/glibc.sh" "$out/deputydesk" "$out/deskctl"
