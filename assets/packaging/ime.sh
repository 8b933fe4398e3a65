#!/bin/sh
# Types with fcitx5-pinyin into the real window, on a screen of its own, and
# reads afterwards what was kept. Nobody's own settings of the input method are
# touched. The story itself is cmd/deputydesk/ime_test.go; pictures of it go to
# out/ime.
#
#	ime.sh PROGRAM [RUNS]
set -eu
. "$(dirname "$0")/pinyin.sh"
case $1 in
--inside)
	program=$2 runs=$3 home=$4
	window_manager() { XMODIFIERS=@im=none openbox >"$home/wm.log" 2>&1 & wm=$!; } # it must outlive the input method
	window_manager
	trap 'kill $wm 2>/dev/null || true' EXIT
	tries=0
	until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 0x; do
		tries=$((tries + 1)); [ $tries -lt 150 ] || { echo "the window manager did not start:" >&2; cat "$home/wm.log" >&2; exit 1; }
		sleep 0.1
		kill -0 $wm 2>/dev/null || { cat "$home/wm.log" >&2; window_manager; }
	done
	while [ "$runs" -gt 0 ]; do # the story ends with the end of the input method
		runs=$((runs - 1))
		xprop -root -remove XIM_SERVERS # what the one before left
		pinyin "$home"
		# shellcheck disable=SC2154 # pinyin names it
		IME_PROGRAM=$program IME_PICTURES=$PWD/out/ime IME_PID=$fcitx \
			go test -tags ime -count 1 -timeout 10m -run "${IME_RUN:-TestInputMethod}" ./cmd/deputydesk
		kill $fcitx 2>/dev/null || true
		wait $fcitx 2>/dev/null || true
	done
	exit ;;
esac

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p out/ime
GOCACHE=$(go env GOCACHE) GOPATH=$(go env GOPATH)
export GOCACHE GOPATH LC_ALL=C.UTF-8 XMODIFIERS=@im=fcitx
pinyin_settings "$home"
go vet -tags ime ./cmd/deputydesk
xvfb-run -a -s "-screen 0 1600x1000x24 +extension GLX -nolisten tcp" \
	dbus-run-session -- sh "$0" --inside "$program" "${2:-1}" "$home"
