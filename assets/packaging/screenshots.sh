#!/bin/sh
# Drives the real window through the work of a deputy and of the staff on a virtual
# screen, the way a person would, and takes a picture of each state. The clicks
# are meant for a screen 768 pixels high.
#
#	screenshots.sh PROGRAM DESKCTL OUTDIR [WIDTHxHEIGHT]
#
# Needs what `deps.sh screen` installs.
set -eu
program=$1
control=$2
out=$3
size=${4:-1366x768}
width=${size%x*}
height=${size#*x}
mkdir -p "$out"
work=$(mktemp -d)
app= wm= x=
trap 'kill $app $wm $x 2>/dev/null || true; rm -rf "$work"' EXIT
number=91
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 "${size}x24" +extension GLX -nolisten tcp >"$work/x.log" 2>&1 & x=$!
export DISPLAY=":$number" LC_ALL=C.UTF-8
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.1; done
openbox >"$work/wm.log" 2>&1 & wm=$!

# begin ARGS... opens the window with the program's arguments
begin() {
	LC_ALL=en_US.UTF-8 "$program" "$@" >"$work/app.log" 2>&1 & app=$!
	until xdotool search --onlyvisible --pid "$app" >/dev/null 2>&1; do
		kill -0 "$app" || { cat "$work/app.log" >&2; exit 1; }
		sleep 0.1
	done
	window=$(xdotool search --onlyvisible --pid "$app" | head -1)
	xdotool windowactivate --sync "$window"
	sleep 2 # it takes the size it wants with its first frame
	xdotool windowsize --sync "$window" "$((width - 4))" "$((height - 28))" || true
	xdotool windowmove "$window" 1 22
	sleep 2
}
end() {
	kill "$app"
	wait "$app" 2>/dev/null || true
	cat "$work/app.log" >&2
}
shot() { sleep "${2:-1}"; import -window root -filter Box -resize 1000x -dither None -colors 48 -strip "PNG8:$out/$1.png"; }
press() { xdotool key --clearmodifiers "$@"; sleep 0.4; }
click() { xdotool mousemove "$1" "$2" click 1; sleep 0.5; }

# A deputy.
begin --data "$work/data"
click "$((width - 203))" 97 # a deputy, not staff
xdotool mousemove "$((width / 2))" 600
shot first
press ctrl+f
xdotool type --delay 400 充电桩
sleep 1
press Return
shot search
click "$((width - 266))" 340 # into the sentence of the hit
click "$((width - 166))" 460 # into the field of its note
xdotool type --delay 300 每个区县各建多少？
sleep 2
shot note
click "$((width - 153))" 542 # the button that starts a proposal on it
sleep 1
click "$((width - 33))" 97 # no passphrase
click "$((width / 2))" 184 # the title
xdotool type --delay 300 关于加快公共充电桩建设的建议
sleep 2
shot draft
press ctrl+2
shot targets
end

# The staff: what deputies have handed in, then a register in which it lies.
"$control" demo --staff "$work/staff" >/dev/null
begin --data "$work/new" --staff "$work/staff/packets"
shot intake 3
end
begin --data "$work/staff/data" --staff
press ctrl+2
shot register
press ctrl+3
shot merge 2
press ctrl+4
shot board 2
press ctrl+5
shot issue
end
