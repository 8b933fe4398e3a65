#!/bin/sh
# Tries under Wine, on a screen of its own, what build.sh made: looks at the files,
# installs, starts, works, removes. Pictures of the window go to OUT.
#
#	check.sh DIST [OUT]
#
# SIGNED_BY, if it is set, names the certificate that signed them (signed.sh).
#
# The person is called 测试代表, the folders are Chinese and one is longer than the
# 260 characters Windows once had. What Wine shows is not what Windows shows; the
# workflow does the same without pictures on Windows itself.
#
# Wine 8 needs three things for it, in a place of its own: bcryptprimitives.dll, which
# it has not; a kernelbase.dll that does not promise memory it cannot reserve
# (SQLite falls back to what Windows before 1803 has); and the d3dcompiler_47.dll
# that is part of Windows (angle.sh).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dist=$(cd "$1" && pwd)
out=${2:-out/wine}
mkdir -p "$out"
out=$(cd "$out" && pwd)
setup=$(ls "$dist"/*-setup.exe)
msi=$(ls "$dist"/*.msi)
zip=$(ls "$dist"/*-portable.zip)
terminal=$(ls "$dist"/deskctl-*-windows-amd64.zip)
angle=${XDG_CACHE_HOME:-$HOME/.cache}/deputydesk/angle-8.1.6
wine=/usr/lib/wine/wine64
work=$(mktemp -d)
x='' wm=''
stop() {
	[ -z "${WINEPREFIX:-}" ] || "$wine"server -k 2>/dev/null || /usr/lib/wine/wineserver64 -k 2>/dev/null || true
	kill $wm $x 2>/dev/null || true
	sleep 1
	rm -rf "$work"
}
trap stop EXIT
say() { echo "   $(date +%T) $*"; }
fail() { echo "check.sh: $*" >&2; exit 1; }
present() { for f in "$@"; do [ -e "$f" ] || fail "not there: $f"; done; }
absent() { for f in "$@"; do [ ! -e "$f" ] || fail "still there: $f"; done; }

number=92
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1366x768x24 +extension GLX -nolisten tcp >"$work/x.log" 2>&1 &
x=$!
export DISPLAY=":$number" LANG=C.UTF-8 LC_ALL=C.UTF-8 USER=测试代表 LOGNAME=测试代表
export WINEPREFIX="$work/prefix" WINEDEBUG=-all WINEDLLOVERRIDES='kernelbase=n,b;d3dcompiler_47=n;mscoree,mshtml='
tries=0
until xdotool getdisplaygeometry >/dev/null 2>&1; do
	tries=$((tries + 1)); [ $tries -lt 100 ] || fail "no virtual screen"
	sleep 0.1
done
openbox >"$work/wm.log" 2>&1 &
wm=$!

say "a fresh Windows"
WINEDLLOVERRIDES='mscoree,mshtml=' $wine wineboot -i >/dev/null 2>&1
system=$WINEPREFIX/drive_c/windows/system32
x86_64-w64-mingw32-gcc -shared -o "$system/bcryptprimitives.dll" "$here/bcryptprimitives.c" -ladvapi32
LC_ALL=C sed -e 's/\x00UnmapViewOfFile2\x00/\x00UnmapViewOfFile9\x00/g' -e 's/Wine builtin DLL/Wine changed DLL/' \
	"$system/kernelbase.dll" >"$work/kernelbase.dll"
mv "$work/kernelbase.dll" "$system/kernelbase.dll"
sh "$here/angle.sh" "$angle"
cp "$angle/d3dcompiler_47.dll" "$system/"
home=$WINEPREFIX/drive_c/users/测试代表
present "$home"
app=$home/AppData/Local/Programs/DeputyDesk
data=$home/AppData/Local/DeputyDesk
menu="$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

# query KEY: what the registry says, in ASCII.
query() { $wine reg query "$1" 2>/dev/null | tr -d '\r'; }

# window NAME COLOURS: waits for the window, takes its picture, closes it.
window() {
	tries=0
	until seen=$(xdotool search --onlyvisible --name 代表案头 2>/dev/null | head -1) && [ -n "$seen" ]; do
		tries=$((tries + 1)); [ $tries -lt 300 ] || { cat "$work/app.log" >&2; fail "no window for $1"; }
		sleep 0.2
	done
	tries=0
	while :; do # the first frame may still be on its way
		sleep 1
		import -window root "$out/$1.png"
		colours=$(identify -format %k "$out/$1.png")
		[ "$colours" -le "$2" ] || break
		tries=$((tries + 1)); [ $tries -lt 20 ] || fail "the window is blank: $colours colours in $out/$1.png"
	done
	say "window: $1.png, $colours colours"
}
closed() {
	$wine taskkill /im deputydesk.exe >/dev/null 2>&1 || true
	tries=0
	while xdotool search --onlyvisible --name 代表案头 >/dev/null 2>&1; do
		tries=$((tries + 1)); [ $tries -lt 50 ] || fail "the window does not close"
		[ $tries != 20 ] || $wine taskkill /f /im deputydesk.exe >/dev/null 2>&1 || true
		sleep 0.2
	done
}

say "Windows 7 is refused in a sentence"
$wine winecfg -v win7
if $wine "$setup" /S; then fail "it installs on Windows 7"; fi
said=$(find "$home" -name deputydesk-setup.log)
iconv -f UTF-16 "$said" | grep -q 'Windows 10 或 11' || fail "no sentence says which Windows it wants"
$wine winecfg -v win10

say "installing silently"
$wine "$setup" /S || fail "setup.exe ended with $?"
present "$app/deputydesk.exe" "$app/libEGL.dll" "$app/fang.ttf" "$app/licences/ANGLE.txt" "$app/uninstall.exe" \
	"$menu/代表案头.lnk" "$menu/代表案头（工作人员）.lnk"
[ -z "${SIGNED_BY:-}" ] || osslsigncode verify -CAfile "$SIGNED_BY" -in "$app/uninstall.exe" >"$work/verify.log" 2>&1 ||
	{ cat "$work/verify.log" >&2; fail "the uninstaller is not signed"; }
uninstall='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\DeputyDesk'
$wine reg export "$uninstall" 'C:\list.reg' /y >/dev/null
iconv -f UTF-16 "$WINEPREFIX/drive_c/list.reg" | grep -q '"DisplayName"="代表案头"' || fail "the list of programs does not name it"

say "deskctl at work, in a Chinese folder and a long one"
mkdir "$WINEPREFIX/drive_c/命令行"
unzip -q "$terminal" -d "$WINEPREFIX/drive_c/命令行"
deskctl=$(ls "$WINEPREFIX"/drive_c/命令行/deskctl-*/deskctl.exe)
part=$(printf '很长的文件夹名字%.0s' 1 2 3 4 5 6 7 8 9)
long="C:\\$part\\$part\\$part\\$part"
for folder in 'C:\代表 测试\出来' "$long"; do
	$wine "$deskctl" demo "$folder" >"$work/demo.log" 2>&1 || { cat "$work/demo.log"; fail "demo in $folder"; }
	paper=$WINEPREFIX/drive_c/$(echo "${folder#C:?}" | tr '\\' /)/sheet.pdf
	present "$paper"
	pdftotext "$paper" - | grep -q 充电桩 || fail "the paper does not say what it should: $paper"
	pdffonts "$paper" | grep -qi fang || fail "the paper is not in 仿宋: fang.ttf was not found"
done

say "the window"
$wine "$app/deputydesk.exe" >"$work/app.log" 2>&1 &
window first 200
present "$data/desk.db"
if $wine "$setup" /S 2>/dev/null; then fail "it was installed over while it ran"; fi
iconv -f UTF-16 "$said" | grep -q 正在运行 || fail "no sentence says that it runs"
closed

say "files open it"
mkdir -p "$WINEPREFIX/drive_c/会议"
$wine "$deskctl" session new 'C:\会议\材料' >/dev/null || fail "session new"
sed -i 's/^name = ""/name = "示例市第九届人民代表大会第一次会议"/' "$WINEPREFIX/drive_c/会议/材料/session.toml"
$wine "$deskctl" session pack 'C:\会议\材料' -o 'C:\会议\大会.dbs' >/dev/null || fail "session pack"
# Wine 8 looks for a program in HKLM only; Windows asks HKCU first.
for key in .dbs DeputyDesk.Session; do
	$wine reg copy "HKCU\\Software\\Classes\\$key" "HKLM\\Software\\Classes\\$key" /s /f >/dev/null || fail "$key is not registered"
done
$wine start /unix "$WINEPREFIX/drive_c/会议/大会.dbs" >"$work/app.log" 2>&1 || fail ".dbs has no program"
window session 200
closed

for key in .dbs DeputyDesk.Session; do $wine reg delete "HKLM\\Software\\Classes\\$key" /f >/dev/null; done

say "installing over it, removing it"
: >"$app/deskctl.exe" # as a version before this one had them
: >"$app/d3dcompiler_47.dll"
$wine "$setup" /S || fail "installing over it"
absent "$app/deskctl.exe" "$app/d3dcompiler_47.dll"
$wine "$app/uninstall.exe" /S
tries=0
while [ -e "$app/deputydesk.exe" ] || query "$uninstall" | grep -q DisplayName; do
	tries=$((tries + 1)); [ $tries -lt 100 ] || fail "it was not removed"
	sleep 0.2
done
sleep 1
absent "$menu/代表案头.lnk" "$menu/代表案头（工作人员）.lnk" "$app"
present "$data/desk.db"
if query 'HKCU\Software\Classes\DeputyDesk.Packet' | grep -q HKEY; then fail "its kinds of files are still there"; fi
$wine "$setup" /S
$wine "$app/uninstall.exe" /S /DELETEDATA
tries=0
while [ -e "$data" ]; do
	tries=$((tries + 1)); [ $tries -lt 100 ] || fail "/DELETEDATA left the data"
	sleep 0.2
done

say "the portable one"
mkdir "$WINEPREFIX/drive_c/U盘"
unzip -q "$zip" -d "$WINEPREFIX/drive_c/U盘"
stick=$WINEPREFIX/drive_c/U盘/代表案头
$wine "$stick/deputydesk.exe" >"$work/app.log" 2>&1 &
window portable 200
closed
present "$stick/代表案头数据/desk.db"
absent "$data/desk.db"

say "the one for administrators"
$wine msiexec /i "$msi" /qn || fail "msiexec /i ended with $?"
all=$WINEPREFIX/drive_c/Program\ Files/DeputyDesk
present "$all/deputydesk.exe" "$all/说明.txt"
find "$WINEPREFIX/drive_c/ProgramData" "$home/AppData" -name 代表案头.lnk | grep -q . || fail "no entry in the start menu"
query 'HKLM\Software\Classes\.dbz' | grep -q DeputyDesk.Packet || fail ".dbz has no program"
$wine msiexec /x "$msi" /qn || fail "msiexec /x ended with $?"
absent "$all/deputydesk.exe"
say "an older one, a trial of this one and a newer one meet it"
# another VERSION CODE: the same installer, as of that version.
another() {
	cp "$msi" "$work/$1.msi"
	msibuild "$work/$1.msi" -q "UPDATE \`Property\` SET \`Value\`='$1' WHERE \`Property\`='ProductVersion'" \
		"UPDATE \`Property\` SET \`Value\`='{11111111-2222-4333-8444-$2}' WHERE \`Property\`='ProductCode'"
}
this=$(msiinfo export "$msi" Property | tr -d '\r' | sed -n 's/^ProductVersion\t//p')
another 0.0.1 000000000001
another "$this" 000000000002
another 99.0.0 000000000003
for with in "$work/0.0.1.msi" "$work/$this.msi" "$msi"; do
	$wine msiexec /i "$with" /qn || fail "msiexec /i of $(basename "$with") ended with $?"
	present "$all/deputydesk.exe"
	many=$(query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' | grep -c '{')
	[ "$many" = 1 ] || fail "$many versions stand beside each other"
done
$wine msiexec /x "$msi" /qn || fail "msiexec /x ended with $?"
absent "$all/deputydesk.exe"
$wine msiexec /i "$work/99.0.0.msi" /qn || fail "msiexec /i of a newer one ended with $?"
if $wine msiexec /i "$msi" /qn; then fail "it takes the place of a newer one"; fi
$wine msiexec /x "$work/99.0.0.msi" /qn || fail "msiexec /x of a newer one ended with $?"
absent "$all/deputydesk.exe"
say "all well"
