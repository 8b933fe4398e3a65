# Sourced by check.sh: Pinyin is typed into the window. What is being composed is not
# yet in the text, no key of it does anything else, and nothing is looked for.
# Wine does not say where the caret is: the candidates stand at the edge.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

# typed WORDS: the box that is being typed in holds these. The input method hands a
# key back late, so that Ctrl must be held longer than a key takes.
typed() {
	: | xclip -selection clipboard -i
	xdotool keydown ctrl
	for key in a c; do
		xdotool sleep 0.3 key $key sleep 0.3
	done
	xdotool keyup ctrl
	until_true 50 "the box does not hold $1" holds "$1"
	quietly End
}
holds() { [ "$(timeout 5 xclip -selection clipboard -o)" = "$1" ]; }

composing() {
	say "an input method"
	timeout 20 $wineserver -w || $wineserver -k # it is looked for when a Windows starts
	pinyin_settings "$work/ime"
	DBUS_SESSION_BUS_ADDRESS="unix:path=$work/bus"
	dbus-daemon --session --nofork --address="$DBUS_SESSION_BUS_ADDRESS" 2>/dev/null &
	screen="$! $screen"
	until_true 50 "no message bus" there "$work/bus"
	export DBUS_SESSION_BUS_ADDRESS
	pinyin "$work/ime"
	screen="$fcitx $screen"
	export XMODIFIERS=@im=fcitx
	open "$app/deputydesk.exe"
	window ime
	press ctrl+f
	press c h o n g d i a n BackSpace BackSpace a n
	kept ime-composing
	press space
	kept ime-composed
	typed 充电
	press c e s h i
	press Escape
	typed 充电
	press z h u a n g
	press Return # the letters as they are, and not a jump to what is found
	kept ime-letters
	typed 充电zhuang
	unset XMODIFIERS DBUS_SESSION_BUS_ADDRESS XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR
	kill $fcitx
	closed
	timeout 20 $wineserver -w || $wineserver -k
}
