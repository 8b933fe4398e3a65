# Sourced by check.sh: Pinyin is typed into the window. What is being composed is not
# yet in the note, and no key of it does anything else.
# Wine does not say where the caret is: the candidates stand at the edge.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

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
	xdotool mousemove 620 420 click 1 # a sentence, and the keyboard into its note
	still
	press Return
	press c h o n g d i a n BackSpace BackSpace a n
	kept ime-composing
	press space
	kept ime-composed
	press c e s h i
	press Escape
	press z h u a n g
	press Return # the letters as they are, and no new line
	press j i a n s h e space
	settled # what is typed has been saved
	kept ime-letters
	unset XMODIFIERS DBUS_SESSION_BUS_ADDRESS XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR
	kill $fcitx
	closed
	desk notes export -o 'C:\批注.json' >/dev/null || fail "notes export"
	grep -q '充电zhuang建设' "$drive/批注.json" || fail "the note does not say what was composed"
	timeout 20 $wineserver -w || $wineserver -k
}
