# Sourced by check.sh: a fresh Windows of Wine (../prefix.sh) and what is asked of it.
# Direct3D is Wine's; the shader compiler, which Windows 10 has, comes from where
# ANGLE came from.
# shellcheck shell=sh disable=SC2034,SC2154 # work, here and the folders are shared with check.sh

fresh() {
	angle=${XDG_CACHE_HOME:-$HOME/.cache}/deputydesk/angle-8.1.6
	sh "$here/angle.sh" "$angle"
	fresh_windows
	cp "$angle/d3dcompiler_47.dll" "$system/"
	export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;d3dcompiler_47=n"
	windows winecfg -v win10
	drive=$WINEPREFIX/drive_c
	# Boxes and dialogs are Wine's, which has no Chinese letters; ours has.
	cp "$here/../../fonts/gpl/fang.ttf" "$drive/windows/Fonts/"
	for font in Tahoma 'MS Shell Dlg' 'MS Shell Dlg 2'; do
		windows reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d "$(fc-scan -f '%{family[0]}' "$here/../../fonts/gpl/fang.ttf")" /f >/dev/null
	done
	present "$home"
	app=$home/AppData/Local/Programs/DeputyDesk
	data=$home/AppData/Local/DeputyDesk
	menu="$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
	all="$drive/Program Files/DeputyDesk"
	listed='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\DeputyDesk'
	mkdir "$drive/命令行"
	unzip -q "$terminal" -d "$drive/命令行"
	deskctl=$(ls "$drive"/命令行/deskctl-*/deskctl.exe)
}

# windows PROGRAM... is for programs that come to an end; a box of theirs that nobody
# reads must not hold up the check.
windows() { timeout 120 $wine "$@"; }

# query KEY: what the registry says, in ASCII.
query() { windows reg query "$@" 2>/dev/null | tr -d '\r'; }

# refused WORDS: the silent installer's log has a sentence with these words.
refused() {
	said=$(find "$home" "$drive/windows/temp" -name deputydesk-setup.log | head -1)
	iconv -f UTF-16 "$said" | grep -q "$1"
}

# desk ARGS... is deskctl in this Windows; open starts the window.
desk() { windows "$deskctl" "$@"; }
open() {
	program=$1
	shift
	$wine "$program" "$@" >"$work/app.log" 2>&1 &
}

# runs: the window's program runs, in this Windows and not in another one.
runs() {
	for process in $(pgrep -x deputydesk.exe); do
		if tr '\0' '\n' <"/proc/$process/environ" | grep -qx "WINEPREFIX=$WINEPREFIX"; then return 0; fi
	done
	return 1
}
# closed ends the window as the cross of its frame does, and waits for its end.
closed() {
	windows taskkill /im deputydesk.exe >/dev/null 2>&1 || true
	until_true 300 "the window does not close" gone runs
}
there() { [ -e "$1" ]; }
