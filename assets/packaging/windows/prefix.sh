# shellcheck shell=sh disable=SC2034,SC2154
# Sourced, not run: a fresh Windows 10 under Wine, of a person with a Han name.
#
#	here=assets/packaging/windows; work=$(mktemp -d); . "$here/prefix.sh"
#	fresh_windows
#	$wine program.exe
#	end_windows
#
# Sets wine, wineserver, WINEPREFIX (in $work), WINEDEBUG and, after fresh_windows,
# system, home and WINEDLLOVERRIDES. end_windows ends what still runs in it.
#
# Wine 8 needs two things for it, in a place of its own: bcryptprimitives.dll, which
# it has not, and a kernelbase.dll that does not promise memory it cannot reserve
# (SQLite falls back to what Windows before 1803 has).
wine=/usr/lib/wine/wine64 wineserver=/usr/lib/wine/wineserver64
export USER=测试代表 LOGNAME=测试代表 LANG=C.UTF-8 LC_ALL=C.UTF-8
export WINEPREFIX="$work/prefix" WINEDEBUG=-all

fresh_windows() {
	WINEDLLOVERRIDES='mscoree,mshtml=' $wine wineboot -i >/dev/null 2>&1
	system=$WINEPREFIX/drive_c/windows/system32
	home=$WINEPREFIX/drive_c/users/测试代表
	x86_64-w64-mingw32-gcc -shared -o "$system/bcryptprimitives.dll" "$here/bcryptprimitives.c" -ladvapi32
	LC_ALL=C sed -e 's/\x00UnmapViewOfFile2\x00/\x00UnmapViewOfFile9\x00/g' -e 's/Wine builtin DLL/Wine changed DLL/' \
		"$system/kernelbase.dll" >"$work/kernelbase.dll"
	mv "$work/kernelbase.dll" "$system/kernelbase.dll"
	export WINEDLLOVERRIDES='kernelbase=n,b;mscoree,mshtml='
}

end_windows() { $wineserver -k 2>/dev/null || true; }
