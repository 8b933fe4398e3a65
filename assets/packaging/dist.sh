#!/bin/sh
# Makes in DIST what is given to people: packages, manuals, one bill of materials of
# all the programs, hashes.
# Two runs of one commit make the same bytes (twice.sh).
#
#	dist.sh DIST [SYSTEM...]
#
# A SYSTEM is linux-amd64, linux-arm64, windows-amd64 or macos; without any, all
# that this machine can build. What is too large to be sent around is an error,
# unless LEVEL, 0 to 8, asks for quick packing.
set -eu
cd "$(dirname "$0")/../.."
dist=$1
shift
packaging=assets/packaging
GO=${GO:-go}
megabytes=40 # of one package

if [ $# = 0 ]; then
	case $(uname -s) in
	Darwin) set -- macos ;;
	*)
		set -- "linux-$("$GO" env GOHOSTARCH)"
		[ "$1" = linux-arm64 ] || set -- "$1" linux-arm64
		[ ! -e $packaging/windows/build.sh ] || set -- "$@" windows-amd64
		;;
	esac
fi

VERSION=$(sh $packaging/version.sh)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export VERSION SOURCE_DATE_EPOCH GO LC_ALL=C.UTF-8 TZ=UTC
rm -rf "$dist"
mkdir -p "$dist"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for system in "$@"; do
	echo "== $system $VERSION"
	case $system in
	linux-*)
		arch=${system#linux-}
		sh $packaging/deps.sh build
		sh $packaging/deps.sh packages
		[ "$arch" = "$("$GO" env GOHOSTARCH)" ] || sh $packaging/deps.sh cross
		sh $packaging/linux/build.sh "$arch" "$work/$system" "$VERSION"
		if [ "$arch" = arm64 ] && command -v qemu-aarch64-static >/dev/null; then
			qemu-aarch64-static "$work/$system/deskctl" demo "$work/demo" >/dev/null
			echo "deskctl: did the demonstration on an emulated arm64"
		fi
		"$GO" run $packaging/sbom.go -texts "$work/$system/deskctl" "$work/$system/deputydesk" >"$work/$system/licences.txt"
		sh $packaging/linux/deb.sh "$arch" "$work/$system" "$dist" "$VERSION" "$work/$system/licences.txt"
		sh $packaging/linux/tarball.sh "$arch" "$work/$system" "$dist" "$VERSION" "$work/$system/licences.txt"
		;;
	windows-amd64) sh $packaging/windows/build.sh "$dist" "$VERSION" "$work/$system" ;;
	macos) sh $packaging/macos/build.sh "$dist" "$VERSION" ;;
	*)
		echo "dist.sh: $system: want linux-amd64, linux-arm64, windows-amd64 or macos" >&2
		exit 2
		;;
	esac
done

# On a Mac build.sh writes the bill, and the manuals are those of the others.
if [ ! -e "$dist"/sbom-macos.json ]; then
	"$GO" run $packaging/sbom.go "$work"/*/deputydesk* "$work"/*/deskctl* >"$dist/sbom.json"
	manuals=$work/deputydesk-$VERSION-manuals
	mkdir "$manuals"
	for paper in 使用手册 工作人员手册 安装与放行说明 安全说明; do
		"$GO" run ./cmd/deskctl manual "$paper" -o "$manuals/$paper.pdf" >/dev/null
	done
	"$GO" run ./$packaging/wrap zip "$dist/deputydesk-$VERSION-manuals.zip" "$manuals"
fi

cd "$dist"
for file in *; do
	size=$(wc -c <"$file")
	if [ "${LEVEL:-9}" = 9 ] && [ "$size" -gt $((megabytes * 1000 * 1000)) ]; then
		echo "dist.sh: $file: $((size / 1000000)) MB, at most $megabytes MB are promised" >&2
		exit 1
	fi
done
if command -v sha256sum >/dev/null; then sha256sum ./*; else shasum -a 256 ./*; fi | sed 's#\./##' >SHA256SUMS.new
mv SHA256SUMS.new SHA256SUMS
ls -l
