#!/bin/sh
# Drives the real window through the main job on a virtual screen, the way a
# person would, and takes a picture of each state.
#
#	screenshots.sh PROGRAM OUTDIR [WIDTHxHEIGHT]
#
# Needs what `deps.sh screen` installs.
set -eu
program=$1
out=$2
size=${3:-1366x768}
width=${size%x*}
height=${size#*x}
mkdir -p "$out"
work=$(mktemp -d)
app= wm= x=
trap 'kill $app $wm $x 2>/dev/null || true; rm -rf "$work"' EXIT
number=91
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 "${size}x24" +extension GLX -nolisten tcp >"$work/x.log" 2>&1 & x=$!
export DISPLAY=":$number" LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.1; done
openbox >"$work/wm.log" 2>&1 & wm=$!
"$program" --data "$work/data" >"$work/app.log" 2>&1 & app=$!
until xdotool search --onlyvisible --pid "$app" >/dev/null 2>&1; do
	kill -0 "$app" || { cat "$work/app.log" >&2; exit 1; }
	sleep 0.1
done
window=$(xdotool search --onlyvisible --pid "$app" | head -1)
xdotool windowactivate --sync "$window"
xdotool key --window "$window" super+Up 2>/dev/null || true
xdotool windowsize --sync "$window" "$((width - 4))" "$((height - 28))" || true
xdotool windowmove "$window" 1 22
sleep 2

shot() { sleep "${2:-1}"; import -window root "$out/$1.png"; }
press() { xdotool key --clearmodifiers "$@"; sleep 0.4; }
# Where the left edge of the text is, and how far down, depends on the size of
# the screen; the positions are found on the picture of the first hit.
shot first 1
press ctrl+f
# Han characters by xdotool need a keyboard that has them; the search box takes
# pinyin as well, so the letters are typed.
xdotool type --delay 40 chongdianzhuang
shot typing 1
press Return
shot search 1
