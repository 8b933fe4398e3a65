# Sourced by check.sh: a start that cannot be says why, in a box, and ends with 1.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

# boxed NAME CODE [asked]: a box says that there is no window; it is read and closed by
# a key. After a start that failed, another one asks first whether to do it the
# safe way, and that fails, too.
boxed() {
	$wine "$app/deputydesk.exe" >"$work/app.log" 2>&1 &
	started=$!
	front 代表案头
	still
	if [ $# = 3 ]; then
		kept "$1-asks"
		press Return
		front 代表案头
	fi
	kept "$1"
	xdotool key Return
	until_true 100 "the box does not close" gone kill -0 $started
	ended=0
	wait $started || ended=$?
	[ $ended = 1 ] || fail "without its window it ended with $ended"
	grep -rq "$2" "$data" || fail "the data folder does not know $2"
}

failures() {
	say "without libEGL.dll, and with one that is broken"
	mv "$app/libEGL.dll" "$app/away.dll"
	boxed failure-library library
	echo broken >"$app/libEGL.dll"
	boxed failure-broken library asked
	mv "$app/away.dll" "$app/libEGL.dll"
	say "the safe way"
	open "$app/deputydesk.exe" --safe
	window safe
	closed
}
