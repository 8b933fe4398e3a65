#!/bin/sh
# Proves a disk image on a Mac of its processor: mounted, looked over, the
# program copied out as a person would, started until its text can be read, and
# the demonstration done by deskctl.
#
#	check.sh IMAGE.dmg DESKCTL.tar.xz
set -eu
work=$(mktemp -d)
trap 'hdiutil detach -quiet "$work/mounted" 2>/dev/null || true; rm -rf "$work"' EXIT
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$work/mounted" "$1"
test -L "$work/mounted/Applications"
cp -R "$work/mounted/代表案头.app" "$work/"
app=$work/代表案头.app
codesign --verify --strict "$app"
plutil -lint "$app/Contents/Info.plist"
"$app/Contents/MacOS/deputydesk" --version
tar -C "$work" -xJf "$2"
"$(echo "$work"/deskctl-*)/deskctl" demo "$work/demo"
test -s "$work/demo/sheet.pdf"
"$app/Contents/MacOS/deputydesk" --data "$work/data" --measure-start
