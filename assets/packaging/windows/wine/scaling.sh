# Sourced by check.sh: the window at 150 % and 200 %.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

dpi() {
	windows reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$1" /f >/dev/null
	windows reg add 'HKCC\Software\Fonts' /v LogPixels /t REG_DWORD /d "$1" /f >/dev/null
	# It is read when a Windows starts, and what waits for nobody may outlive the window.
	timeout 20 $wineserver -w || $wineserver -k
}

# underlined PICTURE is how far the red in the upper bar reaches: the line under the
# name of the open page, and what else is red there.
underlined() {
	convert "$out/$1.png" -crop 700x130+0+0 +repage -fuzz 2% -fill white +opaque '#A6192E' -trim -format %w info:
}

scaling() {
	say "at 150 % and 200 %"
	last=0
	for percent in 100 150 200; do
		dpi $((96 * percent / 100))
		open "$app/deputydesk.exe"
		window "scale-$percent"
		closed
		long=$(underlined "scale-$percent")
		say "the red of the bar is $long pixels long"
		[ "$long" -gt $((last * 6 / 5)) ] || fail "the window at $percent % is no larger than before"
		last=$long
	done
	dpi 96
}
