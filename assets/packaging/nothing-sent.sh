#!/bin/sh
# Proves that nothing is sent: both programs do their main job with every
# system call for the network traced, in a network of their own that leads
# nowhere. deskctl may open no socket at all; the window only those of the
# screen, the session bus and the name service, which are files of this machine.
#
#	nothing-sent.sh DESKCTL [DEPUTYDESK]
set -eu
deskctl=$1
window=${2:-}
work=$(mktemp -d)
x= app=
trap 'kill $app $x 2>/dev/null || true; rm -rf "$work"' EXIT

alone="unshare --net"
[ "$(id -u)" = 0 ] || alone="unshare --map-root-user --net"
if ! $alone true 2>/dev/null; then
	echo "this system gives nobody a network of their own: the calls are traced all the same"
	alone=
fi
if ! strace -f -qq -e trace=none true 2>/dev/null; then
	echo "this system lets nobody trace a program: nothing can be proved here"
	exit 0
fi

# traced FILE COMMAND... runs COMMAND alone and writes its network calls.
traced() {
	log=$1
	shift
	strace -f -qq -e trace=%network -e signal=none -o "$log" $alone "$@"
}

# sockets FILE PATTERN fails if the log has a socket, or a call with a target,
# that PATTERN does not allow.
sockets() {
	if grep -E '(socket|connect|sendto|sendmsg|bind)\(' "$1" | grep -vE "$2" >"$work/other"; then
		echo "unexpected network calls:" >&2
		head -20 "$work/other" >&2
		exit 1
	fi
}

# The check must be able to fail: a program that does open one is caught.
traced "$work/caught" getent ahosts example.invalid >/dev/null || true
grep -qE '(socket|connect)\(' "$work/caught" || { echo "the trace sees no sockets" >&2; exit 1; }

traced "$work/deskctl.trace" "$deskctl" demo "$work/out" >/dev/null
test -s "$work/out/sheet.pdf"
sockets "$work/deskctl.trace" '^$'
echo "deskctl: the whole demonstration without a socket"

[ -n "$window" ] || exit 0
number=191
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1366x768x24 +extension GLX -nolisten tcp >"$work/x.log" 2>&1 & x=$!
export DISPLAY=":$number" LANG=en_US.UTF-8
tries=0
until xdotool getdisplaygeometry >/dev/null 2>&1; do
	tries=$((tries + 1)); [ $tries -lt 100 ] || { echo "no virtual screen" >&2; cat "$work/x.log" >&2; exit 1; }
	sleep 0.1
done
traced "$work/window.trace" "$window" --data "$work/data" >"$work/app.log" 2>&1 & app=$!
tries=0
until seen=$(xdotool search --onlyvisible --name '代表案头'); do
	tries=$((tries + 1))
	kill -0 "$app" 2>/dev/null || { echo "the window closed at once:" >&2; cat "$work/app.log" >&2; exit 1; }
	[ $tries -lt 600 ] || { echo "no window after 60 s:" >&2; cat "$work/app.log" >&2; exit 1; }
	sleep 0.1
done
seen=$(echo "$seen" | head -1)
sleep 3
xdotool key --window "$seen" ctrl+f; sleep 1
xdotool type --delay 200 "580"; sleep 2
xdotool key Return; sleep 2
xdotool key ctrl+q; sleep 1
xdotool windowclose "$seen" 2>/dev/null || true
wait "$app" 2>/dev/null || true
sockets "$work/window.trace" 'AF_UNIX|sendmsg\([0-9]+, \{msg_name=NULL|sendto\([0-9]+, .*NULL, 0\)|socketpair\('
connected=$(grep -oE 'connect\(.*sun_path=@?"[^"]*"' "$work/window.trace" | grep -oE '@?"[^"]*"$' | sort -u | tr '\n' ' ')
if grep -E 'connect\(' "$work/window.trace" | grep -vE 'sun_path=@?"(/tmp/\.X11-unix/|/run/user/|/run/dbus/|/var/run/dbus/|/var/run/nscd/|/run/nscd|/tmp/dbus-|/tmp/ibus|/tmp/fcitx|/root/\.cache/|/home/)' >"$work/other"; then
	echo "the window connected to something else:" >&2
	cat "$work/other" >&2
	exit 1
fi
echo "window: only sockets of this machine: $connected"
