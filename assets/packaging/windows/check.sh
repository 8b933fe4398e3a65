#!/bin/sh
# Tries under Wine, on a screen of its own, what build.sh made: installs silently,
# works through the window by keys, opens files, upgrades, removes. Pictures of
# each step go to OUT.
#
#	check.sh DIST [OUT [ACT...]]
#
# An ACT is a function of wine/*.sh that needs no other before it but installed;
# without one the whole story is told.
#
# The person is called 测试代表, the folders are Chinese and one is longer than the
# 260 characters Windows once had. What Wine shows is not what Windows shows; the
# workflow does the same without pictures on Windows itself.
#
# SIGNED_BY, if it is set, names the certificate that signed them (signed.sh).
# shellcheck disable=SC2034 # the acts use what is named here
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dist=$(cd "$1" && pwd)
out=${2:-out/wine}
shift
[ $# = 0 ] || shift
mkdir -p "$out"
out=$(cd "$out" && pwd)
setup=$(ls "$dist"/*-setup.exe)
msi=$(ls "$dist"/*.msi)
zip=$(ls "$dist"/*-portable.zip)
terminal=$(ls "$dist"/deskctl-*-windows-amd64.zip)
version=$(basename "$setup" | sed -E 's/^deputydesk-(.*)-windows-amd64-setup.exe$/\1/')
work=$(mktemp -d)
screen=''
stop() {
	[ ! -d "$work/prefix" ] || end_windows
	# shellcheck disable=SC2086 # two numbers
	kill $screen 2>/dev/null || true
	sleep 1
	rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' INT TERM
say() { echo "   $(date +%T) $*"; }
fail() { echo "check.sh: $*" >&2; exit 1; }
present() { for f in "$@"; do [ -e "$f" ] || fail "not there: $f"; done; }
absent() { for f in "$@"; do [ ! -e "$f" ] || fail "still there: $f"; done; }
. "$here/prefix.sh"
. "$here/../pinyin.sh"
for piece in screen windows install work opening composing failure scaling upgrade; do
	# shellcheck source=/dev/null
	. "$here/wine/$piece.sh"
done

began
say "a fresh Windows"
fresh
if [ $# -gt 0 ]; then
	installed
	for act in "$@"; do $act; done
	say "all well with: $*"
	exit
fi
old_windows
installed
terminal
work
opening
composing
failures
scaling
upgraded
removed
portable
everybody
say "all well"
