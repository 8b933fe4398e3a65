#!/bin/sh
# Starts the real window in the surroundings that offices have: each opens the
# window, with a sentence where something cannot be used, and none ends in silence
# or with a panic. What was written before is still there in the end.
#
#	surroundings.sh PROGRAM DESKCTL
set -eu
program=$1 deskctl=$2
work=$(mktemp -d)
app= x=
trap 'kill $app $x 2>/dev/null || true; umount "$work/full" 2>/dev/null || true; rm -rf "$work"' EXIT
unset WAYLAND_DISPLAY || true
export LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8
tried=0
fails() { echo "surroundings.sh: $*" >&2; cat "$work"/*.log >&2; exit 1; }

number=71
screen() { # with what else the X server is told
	[ -z "$x" ] || { kill "$x"; wait "$x" 2>/dev/null || true; }
	while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
	Xvfb ":$number" -screen 0 1366x768x24 -nolisten tcp -noreset +extension GLX "$@" >"$work/x.log" 2>&1 & x=$!
	export DISPLAY=":$number"
	tries=0
	until xdotool getdisplaygeometry >/dev/null 2>&1; do
		tries=$((tries + 1)); [ $tries -lt 100 ] || fails "no virtual screen"
		sleep 0.1
	done
}

# opens NAME SENTENCE COMMAND... waits for the window of a start, and for what it
# says on stderr; without a sentence it says nothing of its own.
opens() {
	name=$1 sentence=$2
	shift 2
	"$@" >"$work/app.log" 2>&1 & app=$!
	tries=0
	until xdotool search --onlyvisible --name 代表案头 >/dev/null 2>&1; do
		tries=$((tries + 1)); [ $tries -lt 300 ] || fails "$name: no window"
		kill -0 "$app" 2>/dev/null || fails "$name: it ended"
		sleep 0.1
	done
	sleep 1
	kill -0 "$app" 2>/dev/null || fails "$name: it opened and ended"
	kill "$app"; wait "$app" 2>/dev/null || true
	app=
	! grep -qE '^(panic|fatal error|goroutine )' "$work/app.log" || fails "$name: a panic"
	if [ -n "$sentence" ]; then
		grep -q "^deputydesk: .*$sentence" "$work/app.log" || fails "$name: it does not say: $sentence"
	else
		! grep -q '^deputydesk: ' "$work/app.log" || fails "$name: it complains"
	fi
	tried=$((tried + 1))
}

# Something written, to be looked for afterwards.
"$deskctl" demo "$work/demo" >/dev/null
written() { rm -rf "$work/data"; cp -r "$work/demo/data" "$work/data"; }
kept() { "$deskctl" --data "$work/data" draft list 2>/dev/null | grep -q . || fails "$1: the draft is gone"; }

# A display that is not there.
status=0
DISPLAY=:9876 "$program" --data "$work/data" >"$work/app.log" 2>&1 || status=$?
[ $status = 1 ] && grep -q "deputydesk: 这里没有图形桌面" "$work/app.log" || fails "a wrong display: ended with $status"
rm -rf "$work/data"

screen -extension XKEYBOARD -extension RANDR -extension XINERAMA -extension RENDER
opens "an X server without the usual extensions" "" "$program" --data "$work/data"
screen
opens "drawing without the graphics card" "" env LIBGL_ALWAYS_SOFTWARE=1 "$program" --data "$work/data"
home="$work/家 目录/王 小明"
mkdir -p "$home"
opens "a home with a Han name and spaces" "" env -u XDG_DATA_HOME HOME="$home" "$program"
[ -s "$home/.local/share/deputydesk/desk.db" ] || fails "nothing was kept in the home with a Han name"
for locale in C POSIX zh_CN.GBK zh_CN.GB18030 xx_YY; do
	opens "the locale $locale" "" env LANG=$locale LC_ALL=$locale "$program" --data "$work/data"
done
opens "no locale at all" "" env -u LANG -u LC_ALL "$program" --data "$work/data"
opens "no folder for what is temporary" "" env TMPDIR="$work/nowhere" "$program" --data "$work/data"
opens "a large system font" "" env FYNE_SCALE=2 "$program" --data "$work/data"
opens "no home" "系统没有说明个人文件放在哪里" env -u HOME -u XDG_DATA_HOME "$program"
echo "no folder" >"$work/file"
opens "a file in the place of the data" "数据文件夹打不开" "$program" --data "$work/file"
if [ "$(id -u)" != 0 ]; then # root may write anywhere
	written
	chmod -R a-w "$work/data"
	opens "a data folder that is closed for writing" "只能读" "$program" --data "$work/data"
	chmod -R u+w "$work/data"
	kept "a data folder that is closed for writing"
fi
mkdir "$work/full"
if mount -t tmpfs -o size=64k tmpfs "$work/full" 2>/dev/null; then
	dd if=/dev/zero of="$work/full/rest" bs=1k >/dev/null 2>&1 || true
	opens "a full disk" "磁盘已满" "$program" --data "$work/full/data"
	umount "$work/full"
else
	echo "not tried: nothing can be mounted here, so no full disk"
fi

written
dd if=/dev/urandom of="$work/data/desk.db" bs=1k count=20 conv=notrunc 2>/dev/null
cp "$work/data/desk.db" "$work/damaged"
opens "a damaged data file" "数据文件曾损坏" "$program" --data "$work/data"
cmp "$work/damaged" "$work"/data/desk-damaged-*.db || fails "the damaged file is not kept as it was"
written
mkdir "$work/data/backups"
cp "$work/data/desk.db" "$work/data/backups/desk-20260101.db"
rm "$work/data/desk.db"
opens "a data file that was taken away" "数据文件不见了" "$program" --data "$work/data"
kept "a data file that was taken away"
written
find "$work/data/index" -type f | while read -r file; do dd if=/dev/urandom of="$file" bs=1k count=30 conv=notrunc 2>/dev/null; done
opens "a damaged index" "" "$program" --data "$work/data"
kept "a damaged index"
written
rm -rf "$work/data/index"
echo x >"$work/data/index"
opens "a file in the place of the index" "" "$program" --data "$work/data"
kept "a file in the place of the index"

# Two starts at once: one window, and the other says so and ends well.
"$program" --data "$work/data" >"$work/app.log" 2>&1 & app=$!
tries=0
until xdotool search --onlyvisible --name 代表案头 >/dev/null 2>&1; do
	tries=$((tries + 1)); [ $tries -lt 300 ] || fails "two starts: no window"
	sleep 0.1
done
sleep 1
"$program" --data "$work/data" "$work/demo/proposal.dbz" >"$work/second.log" 2>&1 || fails "two starts: the second ends badly"
grep -q 已经打开 "$work/second.log" || fails "two starts: the second says nothing"
[ "$(xdotool search --onlyvisible --name 代表案头 | wc -l)" = 1 ] || fails "two starts: two windows"
kill "$app"; wait "$app" 2>/dev/null || true
app=
kept "two starts"
echo "opened in $((tried + 2)) surroundings, nothing lost"
