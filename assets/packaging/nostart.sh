#!/bin/sh
# Starts the real window where it cannot be made, and sees that it never goes in
# silence: a sentence, a code in the data folder, an exit status; and that the
# next start, the safe way, opens; and that a crash is known afterwards.
#
#	nostart.sh PROGRAM [SCREENSHOT.png]
set -eu
program=$1
shot=${2:-out/nostart.png}
mkdir -p "$(dirname "$shot")"
work=$(mktemp -d)
app= x= wm=
trap 'kill $app $wm $x 2>/dev/null || true; rm -rf "$work"' EXIT
export LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8
fails() { echo "nostart.sh: $*" >&2; cat "$work"/*.log >&2; exit 1; }

number=71
screen() { # with what else the X server is told
	while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
	Xvfb ":$number" -screen 0 1366x768x24 -nolisten tcp "$@" >"$work/x.log" 2>&1 & x=$!
	export DISPLAY=":$number"
	tries=0
	until xdotool getdisplaygeometry >/dev/null 2>&1; do
		tries=$((tries + 1)); [ $tries -lt 100 ] || fails "no virtual screen"
		sleep 0.1
	done
}
ended() { # which status the program ends with, at most a quarter of a minute from now
	( sleep 15; kill "$app" 2>/dev/null ) & late=$!
	status=0; wait "$app" || status=$?
	kill "$late" 2>/dev/null || true
	[ $status = 1 ] || fails "$1: ended with $status, want 1"
}

# 1. No screen at all.
unset DISPLAY WAYLAND_DISPLAY || true
"$program" --data "$work/data" >"$work/app.log" 2>&1 & app=$!
ended "no screen"
grep -q "deputydesk: 这里没有图形桌面" "$work/app.log" || fails "no sentence about the missing screen"
grep -q " nodisplay 1" "$work/data/incidents.txt" || fails "the missing screen is not kept"
rm "$work/data/starting"

# 2. A screen without OpenGL: a box says so, and waits to be read.
screen -extension GLX
openbox >"$work/wm.log" 2>&1 & wm=$!
"$program" --data "$work/data" >"$work/app.log" 2>&1 & app=$!
if command -v zenity >/dev/null || command -v kdialog >/dev/null || command -v xmessage >/dev/null; then
	tries=0
	until box=$(xdotool search --onlyvisible --name 代表案头 2>/dev/null | head -1) && [ -n "$box" ]; do
		tries=$((tries + 1)); [ $tries -lt 150 ] || fails "no box"
		sleep 0.1
	done
	sleep 1
	import -window root "$shot"
	xdotool windowfocus --sync "$box" key Return
fi
ended "no OpenGL"
grep -q "deputydesk: 这台电脑的显卡驱动" "$work/app.log" || fails "no sentence about the driver"
grep -q " nographics 1" "$work/data/incidents.txt" || fails "the driver's fault is not kept"
test -e "$work/data/starting" || fails "the start that did not end left no mark"
kill $wm $x; wait $wm $x 2>/dev/null || true

# 3. The safe way, where a window can be made; the mark goes with its first frame.
screen +extension GLX
"$program" --data "$work/data" --safe >"$work/app.log" 2>&1 & app=$!
tries=0
while [ -e "$work/data/starting" ]; do
	tries=$((tries + 1)); [ $tries -lt 300 ] || fails "the safe way does not open"
	kill -0 "$app" 2>/dev/null || fails "the safe way ended at once"
	sleep 0.1
done

# 4. A crash that nothing in the program can catch is known by its place the next
# time, and its trace is gone.
sleep 1
kill -ABRT "$app"; wait "$app" 2>/dev/null || true
test -s "$work/data/crash.txt" || fails "the crash left no trace"
"$program" --data "$work/data" >"$work/app.log" 2>&1 & app=$!
tries=0
until grep -q " crash:SIGABRT:" "$work/data/incidents.txt"; do
	tries=$((tries + 1)); [ $tries -lt 100 ] || fails "the crash is not kept"
	sleep 0.1
done
test ! -s "$work/data/crash.txt" || fails "the trace of the crash is still there"
kill "$app"; wait "$app" 2>/dev/null || true
app= wm=
echo "no start in silence: without a screen, without OpenGL; the safe way opens; a crash is known ($shot)"
