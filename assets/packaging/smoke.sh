#!/bin/sh
# Starts the real window on a virtual screen, takes a screenshot and stops it.
# Fails if the window does not come up or Fyne complains about a thread.
#
#	smoke.sh PROGRAM [SCREENSHOT.png] [WIDTHxHEIGHT]
set -eu
program=$1
shot=${2:-out/window.png}
size=${3:-1366x768}
mkdir -p "$(dirname "$shot")"
work=$(mktemp -d)
trap 'kill $app $wm $x 2>/dev/null || true; rm -rf "$work"' EXIT
app= wm= x=
number=91
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 "${size}x24" +extension GLX -nolisten tcp >"$work/x.log" 2>&1 & x=$!
export DISPLAY=":$number" LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8
tries=0
until xdotool getdisplaygeometry >/dev/null 2>&1; do
	tries=$((tries + 1)); [ $tries -lt 100 ] || { echo "no virtual screen" >&2; cat "$work/x.log" >&2; exit 1; }
	sleep 0.1
done
openbox >"$work/wm.log" 2>&1 & wm=$!
"$program" --data "$work/data" >"$work/app.log" 2>&1 & app=$!
tries=0
until xdotool search --onlyvisible --pid "$app" >/dev/null 2>&1; do
	tries=$((tries + 1))
	kill -0 "$app" 2>/dev/null || { echo "the window closed at once:" >&2; cat "$work/app.log" >&2; exit 1; }
	[ $tries -lt 300 ] || { echo "no window after 30 s:" >&2; cat "$work/app.log" >&2; exit 1; }
	sleep 0.1
done
# The mark of a start goes with its first frame; an emulated processor takes its time.
while [ -e "$work/data/starting" ]; do
	tries=$((tries + 1)); [ $tries -lt 1500 ] || { echo "nothing drawn after 150 s:" >&2; cat "$work/app.log" >&2; exit 1; }
	kill -0 "$app" 2>/dev/null || { echo "the window closed before it was drawn:" >&2; cat "$work/app.log" >&2; exit 1; }
	sleep 0.1
done
sleep 3
import -window root "$shot"
kill "$app"; wait "$app" 2>/dev/null || true
if grep -q "Error in Fyne call thread" "$work/app.log"; then
	cat "$work/app.log" >&2
	exit 1
fi
# The middle of the window: its frame is the window manager's.
colours=$(convert "$shot" -gravity center -crop 50%x50%+0+0 +repage -format '%k' info:)
[ "$colours" -gt 50 ] || { echo "the window is blank: $colours colours in $shot" >&2; exit 1; }
echo "window: $shot, $colours colours"
