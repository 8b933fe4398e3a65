#!/bin/sh
# Packs the programs in PROGRAMS as an archive into DIST that needs no
# installing: it runs from any folder, and keeps its data beside itself.
#
#	tarball.sh amd64|arm64 PROGRAMS DIST VERSION LICENCES
#
# LICENCES is the text that sbom.go -texts wrote of these programs. LEVEL says how
# hard to pack, 0 to 9; 9 unless told.
set -eu
umask 022
arch=$1 programs=$2 dist=$3 version=$4 licences=$5
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=deputydesk-$version-linux-$arch
root=$work/$name
install -D -m 755 -t "$root" "$programs/deputydesk" "$programs/deskctl"
install -D -m 644 -t "$root/fonts" assets/fonts/gpl/fang.ttf assets/fonts/gpl/COPYING
install -m 644 "$here/portable.txt" "$root/说明.txt"
install -m 644 SECURITY.md "$root/SECURITY.md"
sh "$here/../copyright.sh" "$licences" >"$root/LICENCES.txt"
: >"$root/portable"
mkdir -p "$dist"
tar -C "$work" --format=gnu --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf "$work/$name.tar" "$name"
# A window of 128 MiB is wide enough to see that both programs are largely alike.
xz -T1 --lzma2="preset=${LEVEL:-9},dict=128MiB" -c "$work/$name.tar" >"$dist/$name.tar.xz"
