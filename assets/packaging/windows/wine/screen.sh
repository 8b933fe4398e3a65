# Sourced by check.sh: a screen of its own, and how a person works at it. Nothing
# waits for a time: a key waits until the screen has changed and stands still.
# A caret blinks in less than $calm grey pixels.
# shellcheck shell=sh disable=SC2154 # work and out are check.sh's
calm=150

# began opens the screen; its processes are $screen.
began() {
	mkfifo "$work/number"
	Xvfb -displayfd 3 -screen 0 "${1:-1366x768}x24" +extension GLX -nolisten tcp 3>"$work/number" 2>"$work/x.log" &
	screen=$!
	read -r number <"$work/number" || fail "no virtual screen: $(cat "$work/x.log")"
	export DISPLAY=":$number"
	openbox >"$work/wm.log" 2>&1 &
	screen="$! $screen"
}

# until_true TRIES WORDS COMMAND... runs the command each fifth of a second until it
# is true, or fails with the words.
until_true() {
	tries=$1 words=$2
	shift 2
	while ! "$@" >/dev/null 2>&1; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || { picture failed; fail "$words"; }
		sleep 0.2
	done
}

# gone COMMAND... is true once the command is not.
gone() { ! "$@"; }

look() { import -window root -depth 8 "gray:$work/$1"; }
picture() { import -window root "$out/$1.png" 2>/dev/null || true; }
differ() { [ "$(cmp -l "$work/$1" "$work/$2" 2>/dev/null | head -n 20000 | wc -l)" -gt $calm ]; }

# still waits until the screen shows the same for half a second, or for as many
# quarters of one as are said; settled, until nothing goes on behind it, either.
settled() { still 12; }
still() {
	look now
	quiet=0 looks=0
	while [ $quiet -lt "${1:-2}" ]; do
		sleep 0.25
		mv "$work/now" "$work/last"
		look now
		if differ last now; then quiet=0; else quiet=$((quiet + 1)); fi
		looks=$((looks + 1)); [ $looks -lt 120 ] || { picture failed; fail "the screen does not come to rest"; }
	done
}

seen_change() { look now; differ before now; }
changed() {
	until_true 100 "nothing happens on the screen after $1" seen_change
	still
}

# press KEY... presses keys, each of which is seen to do something; quietly those
# of which nothing can be seen.
press() {
	for key in "$@"; do
		look before
		xdotool key --clearmodifiers "$key"
		changed "$key"
	done
}
quietly() { xdotool key --clearmodifiers "$@"; still; }

# paste WORDS puts words where the keyboard is: Chinese on the keys of a virtual
# screen gets lost when the machine is busy.
paste() {
	printf %s "$1" | xclip -selection clipboard -i >/dev/null 2>&1
	press ctrl+v
}

# shown NAME: the window of that name is on the screen; it gets the keyboard.
shown() { xdotool search --onlyvisible --name "$1"; }
front() {
	until_true 300 "there is no window called $1" shown "$1"
	xdotool windowactivate --sync "$(shown "$1" | head -1)"
}

# window NAME waits for our window and its first frame, and takes its picture.
window() {
	front 代表案头
	frames=0
	until still && picture "$1" && colours=$(identify -format %k "$out/$1.png") && [ "$colours" -gt 200 ]; do
		frames=$((frames + 1)); [ $frames -lt 40 ] || fail "the window is blank: $colours colours in $out/$1.png"
	done
	say "window: $1.png"
}
# kept NAME keeps a picture of what stands on the screen.
kept() { picture "$1"; say "picture: $1.png"; }
