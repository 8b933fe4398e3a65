#!/bin/sh
# Looks a .deb over and proves it on this machine: installed, the demonstration
# done by deskctl, the window started on a screen of its own with a file of the
# program, removed and purged; what a user wrote is still there, and nothing else.
# Then the same programs out of the archive, with their data beside them.
#
#	check.sh PACKAGE.deb ARCHIVE.tar.xz
#
# Needs root or sudo, and what `deps.sh screen` and `deps.sh packages` install.
set -eu
deb=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
archive=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
smoke=$(cd "$(dirname "$0")/.." && pwd)/smoke.sh
shots=$PWD/out/packages
id=cn.deputydesk.app
as=
[ "$(id -u)" = 0 ] || as=sudo
if dpkg-query -W deputydesk >/dev/null 2>&1; then
	echo "check.sh: deputydesk is installed on this machine: remove it first, this check would" >&2
	exit 1
fi
mkdir -p "$shots"
work=$(mktemp -d)
trap '$as dpkg --purge deputydesk >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
export HOME="$work/home" XDG_DATA_HOME="$work/home/.local/share"
mkdir -p "$HOME"
say() { echo "package: $*"; }
fail() { echo "check.sh: $*" >&2; exit 1; }

# The papers in the package, by the tools of those who read them.
dpkg-deb -x "$deb" "$work/tree"
share=$work/tree/usr/share
desktop-file-validate "$share/applications/$id.desktop"
appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml" >"$work/log" || { cat "$work/log" >&2; exit 1; }
cp -r "$share/mime" "$work/mime" && update-mime-database "$work/mime" 2>"$work/log" # it says that nobody looks there
grep -q 'vnd.deputydesk.packet+zip:\*.dbz' "$work/mime/globs2" && grep -q 'vnd.deputydesk.session+zip:\*.dbs' "$work/mime/globs2" || fail "the types of .dbz and .dbs are not known"
(cd "$work/tree" && find usr -type f | LC_ALL=C sort) >"$work/files"
[ -z "$(dpkg-deb --ctrl-tarfile "$deb" | tar -t | grep -vE '^\./(control|md5sums)?$')" ] || fail "something runs when the package is installed or removed"
mkdir "$work/debian"
printf 'Source: deputydesk\n\nPackage: deputydesk\nArchitecture: any\n' >"$work/debian/control"
depends=$(dpkg-deb -f "$deb" Depends)
for name in $(cd "$work" && dpkg-shlibdeps --ignore-missing-info -O tree/usr/bin/deputydesk 2>/dev/null | sed 's/^[^=]*=//; s/([^)]*)//g; s/,/ /g'); do
	case ", $depends," in *", $name,"* | *", $name ("*) ;; *) fail "the program is linked with $name, the package does not depend on it" ;; esac
done
say "desktop entry, AppStream data, types of files and dependencies are in order"

$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$deb" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
(cd "$work" && dpkg --verify deputydesk)
(cd "$work" && deskctl demo "$work/demo" >/dev/null)
pdffonts "$work/demo/sheet.pdf" 2>/dev/null | grep -qi fang || fail "the page is not printed in the 仿宋 of the package"
(cd "$work" && deskctl draft add "$(find "$work/demo" -name '*.toml' | head -1)" >/dev/null)
[ -n "$(find "$XDG_DATA_HOME/deputydesk" -type f)" ] || fail "nothing was kept"
(cd "$work" && sh "$smoke" /usr/bin/deputydesk "$shots/installed.png")
(cd "$work" && xvfb-run -a deputydesk --data "$work/start" --measure-start 2>"$work/log") || { cat "$work/log" >&2; exit 1; }
say "installed, the demonstration done, the window opened"

(cd "$work" && find home -type f | LC_ALL=C sort | xargs sha256sum) >"$work/before"
$as dpkg --purge deputydesk >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
while read -r file; do
	[ ! -e "/$file" ] || fail "left behind: /$file"
done <"$work/files"
[ ! -e /usr/share/deputydesk ] || fail "left behind: /usr/share/deputydesk"
(cd "$work" && find home -type f | LC_ALL=C sort | xargs sha256sum) >"$work/after"
cmp "$work/before" "$work/after" || fail "purging touched what a user wrote"
say "removed, nothing left but what the user wrote"

mkdir "$work/我的 U 盘"
tar -C "$work/我的 U 盘" -xJf "$archive"
stick=$(find "$work/我的 U 盘" -mindepth 1 -maxdepth 1)
(cd "$work" && "$stick/deskctl" draft add "$(find "$work/demo" -name '*.toml' | head -1)" >/dev/null)
[ -n "$(find "$stick/代表案头数据" -type f)" ] || fail "the archive does not keep its data beside itself"
(cd "$work" && "$stick/deskctl" demo "$work/again" >/dev/null)
pdffonts "$work/again/sheet.pdf" 2>/dev/null | grep -qi fang || fail "the page is not printed in the 仿宋 of the archive"
(cd "$work" && sh "$smoke" "$stick/deputydesk" "$shots/portable.png")
(cd "$work" && find home -type f | LC_ALL=C sort | xargs sha256sum) >"$work/after"
cmp "$work/before" "$work/after" || fail "run from a stick, something was kept in the home folder"
say "run from a folder with its data beside it, nothing kept elsewhere"
