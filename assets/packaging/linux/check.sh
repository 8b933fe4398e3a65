#!/bin/sh
# Looks a .deb over and proves it on this machine: installed over an older one, the
# demonstration done by deskctl, the window started on a screen of its own and with
# a file of the program as a click on it would, removed and purged; what a user
# wrote is still there, and nothing else. Then the same programs out of the archive,
# with their data beside them, also where nothing can be written.
#
#	check.sh PACKAGE.deb ARCHIVE.tar.xz
#
# Needs root or sudo, and what `deps.sh screen`, `deps.sh papers` and `deps.sh
# packages` install.
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
app= x=
trap 'kill $app $x 2>/dev/null || true; $as umount "$work/只读 盘" 2>/dev/null || true; $as dpkg --purge deputydesk >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
export HOME="$work/home" XDG_DATA_HOME="$work/home/.local/share"
mkdir -p "$HOME"
say() { echo "package: $*"; }
# home prints what stands in the home folder, less what the toolkit and the desktop
# keep there of themselves: an index of fonts, the place of a window.
home() { (cd "$work" && find home -type f ! -path 'home/.cache/*' ! -path 'home/.config/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }
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
grep -q '^Name=代表案头$' "$share/applications/$id.desktop" && grep -q '^Name\[en\]=Deputy Desk$' "$share/applications/$id.desktop" || fail "the start menu lacks a name"
for size in 16 32 48 64 128 256 512; do
	[ "$(identify -format '%wx%h' "$share/icons/hicolor/${size}x$size/apps/$id.png")" = "${size}x$size" ] || fail "the icon of $size points is another size"
done
lintian --profile debian --allow-root --fail-on error "$deb" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "lintian finds errors"; }
say "desktop entry, AppStream data, types of files and dependencies are in order"

# An older package first, which here is this one under another number, with
# something written in it; then this one over it, as an office does it.
dpkg-deb -R "$deb" "$work/older"
sed -i 's/^Version: .*/Version: 0.0.9/' "$work/older/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$work/older" "$work/older.deb" >/dev/null
rm -r "$work/older"
$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$work/older.deb" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
(cd "$work" && deskctl demo "$work/demo" >/dev/null)
pdffonts "$work/demo/sheet.pdf" 2>/dev/null | grep -qi fang || fail "the page is not printed in the 仿宋 of the package"
(cd "$work" && deskctl draft add "$(find "$work/demo" -name '*.toml' | head -1)" >/dev/null)
[ -n "$(find "$XDG_DATA_HOME/deputydesk" -type f)" ] || fail "nothing was kept"
(cd "$work" && deskctl draft list >"$work/written")
$as dpkg -i "$deb" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "it does not go over an older one"; }
[ "$(dpkg-query -W -f '${Version}' deputydesk)" = "$(dpkg-deb -f "$deb" Version)" ] || fail "the older one is still there"
(cd "$work" && dpkg --verify deputydesk)
(cd "$work" && deskctl draft list >"$work/kept")
cmp "$work/written" "$work/kept" || fail "what was written with the older one has changed"
say "installed over an older one, what was written is there"

# A click on a file: the type is known, ours, and the program gets its whole name.
mkdir -p "$work/home/下载 文件"
click="$work/home/下载 文件/测试代表甲的 建议.dbz"
cp "$(find "$work/demo" -name '*.dbz' | head -1)" "$click"
for each in dbz:packet dbs:session; do
	kind=application/vnd.deputydesk.${each#*:}+zip
	cp "$click" "$work/home/名.${each%:*}"
	gio info -a standard::content-type "$work/home/名.${each%:*}" | grep -qF "$kind" || fail ".${each%:*} is not known"
	gio mime "$kind" | grep -q "$id.desktop" || fail "a .${each%:*} is not opened by the program"
	rm "$work/home/名.${each%:*}"
done
number=81
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1366x768x24 +extension GLX -nolisten tcp -noreset >"$work/x.log" 2>&1 & x=$!
until DISPLAY=":$number" xdotool getdisplaygeometry >/dev/null 2>&1; do kill -0 "$x" || fail "no virtual screen"; sleep 0.1; done
(cd "$work" && DISPLAY=":$number" gio open "$click" >"$work/log" 2>&1 & echo $! >"$work/pid")
app=$(cat "$work/pid")
tries=0
until process=$(DISPLAY=":$number" xdotool search --onlyvisible --name 代表案头 getwindowpid 2>/dev/null); do
	tries=$((tries + 1)); [ $tries -lt 150 ] || { cat "$work/log" >&2; fail "a click on a file opens no window"; }
	sleep 0.2
done
tr '\0' '\n' <"/proc/$process/cmdline" | grep -qxF "$click" || fail "the program was not given the whole name of the file"
sleep 2
DISPLAY=":$number" deputydesk "$click" | grep -q 已经打开 || fail "a second start does not hand its file to the window"
kill "$process" "$x"; wait "$x" 2>/dev/null || true
app= x=
say "a click on a file opens it, a second one in the same window"

(cd "$work" && sh "$smoke" /usr/bin/deputydesk "$shots/installed.png")
(cd "$work" && xvfb-run -a deputydesk --data "$work/start" --measure-start 2>"$work/log") || { cat "$work/log" >&2; exit 1; }
say "the window opened"

home >"$work/before"
$as dpkg --purge deputydesk >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
while read -r file; do
	[ ! -e "/$file" ] || fail "left behind: /$file"
done <"$work/files"
[ ! -e /usr/share/deputydesk ] || fail "left behind: /usr/share/deputydesk"
home >"$work/after"
diff "$work/before" "$work/after" || fail "purging touched what a user wrote"
say "removed, nothing left but what the user wrote"

mkdir "$work/我的 U 盘"
tar -C "$work/我的 U 盘" -xJf "$archive"
stick=$(find "$work/我的 U 盘" -mindepth 1 -maxdepth 1)
(cd "$work" && "$stick/deskctl" draft add "$(find "$work/demo" -name '*.toml' | head -1)" >/dev/null)
[ -n "$(find "$stick/代表案头数据" -type f)" ] || fail "the archive does not keep its data beside itself"
(cd "$work" && "$stick/deskctl" demo "$work/again" >/dev/null)
pdffonts "$work/again/sheet.pdf" 2>/dev/null | grep -qi fang || fail "the page is not printed in the 仿宋 of the archive"
(cd "$work" && sh "$smoke" "$stick/deputydesk" "$shots/portable.png")
home >"$work/after"
diff "$work/before" "$work/after" || fail "run from a stick, something was kept in the home folder"
say "run from a folder with its data beside it, nothing kept elsewhere"

# A stick that is closed for writing: the report can be read, and it says so.
mkdir "$work/只读 盘"
if $as mount -t tmpfs tmpfs "$work/只读 盘" 2>/dev/null; then
	$as cp -r "$stick" "$work/只读 盘/"
	$as rm -r "$work/只读 盘/$(basename "$stick")/代表案头数据"
	$as mount -o remount,ro "$work/只读 盘"
	(cd "$work" && sh "$smoke" "$work/只读 盘/$(basename "$stick")/deputydesk" "$shots/readonly.png")
	(cd "$work" && LC_ALL=zh_CN.UTF-8 "$work/只读 盘/$(basename "$stick")/deskctl" draft list >"$work/log" 2>&1) && fail "it writes where nothing can be written"
	grep -q '只能读' "$work/log" || { cat "$work/log" >&2; fail "it does not say that nothing can be written"; }
	$as umount "$work/只读 盘"
	say "from a stick that is closed for writing the report can be read"
else
	say "not tried: nothing can be mounted here, so no stick that is closed for writing"
fi
