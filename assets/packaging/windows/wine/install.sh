# Sourced by check.sh: installing and removing.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

old_windows() {
	say "Windows 7 is refused in a sentence"
	windows winecfg -v win7
	if windows "$setup" /S; then fail "it installs on Windows 7"; fi
	refused 'Windows 10 或 11' || fail "no sentence says which Windows it wants"
	windows winecfg -v win10
}

installed() {
	say "installing silently"
	windows "$setup" /S || fail "setup.exe ended with $?"
	present "$app/deputydesk.exe" "$app/libEGL.dll" "$app/fang.ttf" "$app/licences/ANGLE.txt" "$app/uninstall.exe" \
		"$menu/代表案头.lnk" "$menu/代表案头（工作人员）.lnk"
	[ -z "${SIGNED_BY:-}" ] || osslsigncode verify -CAfile "$SIGNED_BY" -in "$app/uninstall.exe" >"$work/verify.log" 2>&1 ||
		{ cat "$work/verify.log" >&2; fail "the uninstaller is not signed"; }
	is_listed "代表案头" "$version"
}

# is_listed NAME VERSION: the list of installed programs says so.
is_listed() {
	windows reg export "$listed" 'C:\list.reg' /y >/dev/null || fail "it is not in the list of programs"
	iconv -f UTF-16 "$drive/list.reg" >"$work/list"
	grep -q "\"DisplayName\"=\"$1\"" "$work/list" || fail "the list of programs does not name it"
	grep -q "\"DisplayVersion\"=\"$2\"" "$work/list" || fail "the list of programs says: $(grep DisplayVersion "$work/list")"
}

off_the_list() { [ ! -e "$app/deputydesk.exe" ] && ! query "$listed" | grep -q DisplayName; }

removed() {
	say "installing over it while it runs, removing it"
	open "$app/deputydesk.exe"
	window first
	if windows "$setup" /S 2>/dev/null; then fail "it was installed over while it ran"; fi
	refused 正在运行 || fail "no sentence says that it runs"
	closed
	windows "$setup" /S || fail "installing over it"
	windows "$app/uninstall.exe" /S
	until_true 100 "it was not removed" off_the_list
	until_true 50 "the menu still has it" gone there "$menu/代表案头.lnk"
	until_true 50 "its folder is still there" gone there "$app"
	absent "$menu/代表案头（工作人员）.lnk"
	present "$data/desk.db"
	if query 'HKCU\Software\Classes\DeputyDesk.Packet' | grep -q HKEY; then fail "its kinds of files are still there"; fi
	windows "$setup" /S
	windows "$app/uninstall.exe" /S /DELETEDATA
	until_true 100 "/DELETEDATA left the data" gone there "$data"
}

portable() {
	say "the portable one"
	mkdir "$drive/U盘"
	unzip -q "$zip" -d "$drive/U盘"
	stick=$drive/U盘/代表案头
	open "$stick/deputydesk.exe"
	window portable
	closed
	present "$stick/代表案头数据/desk.db"
	absent "$data/desk.db"
}

# terminal: deskctl at work, in a Chinese folder and a long one.
terminal() {
	say "deskctl at work, in a Chinese folder and a long one"
	part=$(printf '很长的文件夹名字%.0s' 1 2 3 4 5 6 7 8 9)
	for folder in 'C:\代表 测试\出来' "C:\\$part\\$part\\$part\\$part"; do
		desk demo "$folder" >"$work/demo.log" 2>&1 || { cat "$work/demo.log"; fail "demo in $folder"; }
		paper=$drive/$(echo "${folder#C:?}" | tr '\\' /)/sheet.pdf
		present "$paper"
		pdftotext "$paper" - | grep -q 充电桩 || fail "the paper does not say what it should: $paper"
		pdffonts "$paper" | grep -qi fang || fail "the paper is not in 仿宋: fang.ttf was not found"
	done
}
