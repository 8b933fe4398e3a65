# Sourced by check.sh: from an older version to this one, and not back.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

# older OUT VERSION packs what is installed as another version, with files that this
# one has no more.
older() {
	[ -d "$work/older" ] || cp -r "$app" "$work/older"
	rm -f "$work/older/uninstall.exe"
	: >"$work/older/deskctl.exe"
	: >"$work/older/旧手册.pdf"
	: >"$work/older/licences/旧许可.txt"
	makensis -V1 -INPUTCHARSET UTF8 -DPAYLOAD="$work/older" -DOUT="$1" -DVERSION="$2" -DNUMBERS="$2.0" \
		-DICON=/usr/share/nsis/Contrib/Graphics/Icons/modern-install.ico -DSIGN="$here/sign.sh" -DPACKING=zlib "$here/setup.nsi" >/dev/null
}

# written: a draft that nobody would want to lose is in the data folder.
written() {
	desk draft list >"$work/drafts" || fail "the drafts cannot be listed"
	grep -q 关于加快公共充电桩建设的建议 "$work/drafts" || { cat "$work/drafts" >&2; fail "$1"; }
}

upgraded() {
	say "from 0.0.9 to $version, silently"
	older "$work/older-setup.exe" 0.0.9
	windows "$app/uninstall.exe" /S
	until_true 100 "it was not removed" off_the_list
	rm -rf "$app" "$data"
	windows "$work/older-setup.exe" /S || fail "the older setup.exe ended with $?"
	is_listed "代表案头" 0.0.9
	desk demo 'C:\示范' >/dev/null || fail demo
	desk draft add 'C:\示范\sheet.pdf' >/dev/null || fail "draft add"
	written "the draft was not taken in"
	windows "$setup" /S || fail "setup.exe over the older one ended with $?"
	is_listed "代表案头" "$version"
	absent "$app/deskctl.exe" "$app/旧手册.pdf" "$app/licences/旧许可.txt"
	present "$app/deputydesk.exe" "$app/libEGL.dll"
	open "$app/deputydesk.exe"
	window upgraded
	closed
	written "the upgrade lost the draft"

	say "and not back"
	ended=0
	windows "$work/older-setup.exe" /S || ended=$?
	[ $ended = 2 ] || fail "an older version was installed over a newer one: $ended"
	refused 更新的版本 || fail "no sentence says that there is a newer version"
	is_listed "代表案头" "$version"
	absent "$app/旧手册.pdf"
}

# another VERSION CODE: the same installer, as of that version.
another() {
	cp "$msi" "$work/$1.msi"
	msibuild "$work/$1.msi" -q "UPDATE \`Property\` SET \`Value\`='$1' WHERE \`Property\`='ProductVersion'" \
		"UPDATE \`Property\` SET \`Value\`='{11111111-2222-4333-8444-$2}' WHERE \`Property\`='ProductCode'"
}

# everybody: the package for administrators.
everybody() {
	say "the one for administrators"
	windows msiexec /i "$msi" /qn || fail "msiexec /i ended with $?"
	present "$all/deputydesk.exe" "$all/说明.txt"
	find "$WINEPREFIX/drive_c/ProgramData" "$home/AppData" -name 代表案头.lnk | grep -q . || fail "no entry in the start menu"
	query 'HKLM\Software\Classes\.dbz' | grep -q DeputyDesk.Packet || fail ".dbz has no program"
	windows msiexec /x "$msi" /qn || fail "msiexec /x ended with $?"
	absent "$all/deputydesk.exe"
	say "an older one, a trial of this one and a newer one meet it"
	this=$(msiinfo export "$msi" Property | tr -d '\r' | sed -n 's/^ProductVersion\t//p')
	another 0.0.1 000000000001
	another "$this" 000000000002
	another 99.0.0 000000000003
	for with in "$work/0.0.1.msi" "$work/$this.msi" "$msi"; do
		windows msiexec /i "$with" /qn || fail "msiexec /i of $(basename "$with") ended with $?"
		present "$all/deputydesk.exe"
		many=$(query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' | grep -c '{')
		[ "$many" = 1 ] || fail "$many versions stand beside each other"
	done
	windows msiexec /x "$msi" /qn || fail "msiexec /x ended with $?"
	absent "$all/deputydesk.exe"
	windows msiexec /i "$work/99.0.0.msi" /qn || fail "msiexec /i of a newer one ended with $?"
	if windows msiexec /i "$msi" /qn; then fail "it takes the place of a newer one"; fi
	windows msiexec /x "$work/99.0.0.msi" /qn || fail "msiexec /x of a newer one ended with $?"
	absent "$all/deputydesk.exe"
}
