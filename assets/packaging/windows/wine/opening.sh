# Sourced by check.sh: what opens the program, and what that does.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

# doubled PATH is a double click on a file of this system. Wine 8 looks for a
# program in HKLM only; Windows asks HKCU first.
doubled() {
	for key in .dbs DeputyDesk.Session .dbz DeputyDesk.Packet; do
		windows reg copy "HKCU\\Software\\Classes\\$key" "HKLM\\Software\\Classes\\$key" /s /f >/dev/null || fail "$key is not registered"
	done
	windows start /unix "$1" >"$work/app.log" 2>&1 || fail "$1 has no program"
	for key in .dbs DeputyDesk.Session .dbz DeputyDesk.Packet; do windows reg delete "HKLM\\Software\\Classes\\$key" /f >/dev/null; done
}

opening() {
	say "a session package sets the program up"
	mkdir -p "$drive/会议"
	desk session new 'C:\会议\材料' >/dev/null || fail "session new"
	sed -i 's/^name = ""/name = "示例市第九届人民代表大会第一次会议"/' "$drive/会议/材料/session.toml"
	desk session pack 'C:\会议\材料' -o 'C:\会议\大会.dbs' >/dev/null || fail "session pack"
	doubled "$drive/会议/大会.dbs"
	window session
	closed
	desk session show >"$work/session" || fail "session show"
	grep -q 示例市第九届人民代表大会第一次会议 "$work/session" || { cat "$work/session" >&2; fail "the .dbs did not set the session up"; }

	say "the entry of the staff, and what deputies have handed in"
	desk demo --staff 'C:\收件' >/dev/null || fail "demo --staff"
	rm -rf "$data"
	# Wine starts no link; what it says is what Windows would start.
	tr -d '\0' <"$menu/代表案头（工作人员）.lnk" | grep -aq 'deputydesk\.exe' || fail "the entry of the staff starts nothing of ours"
	tr -d '\0' <"$menu/代表案头（工作人员）.lnk" | grep -aq -e --staff || fail "the entry of the staff does not say --staff"
	open "$app/deputydesk.exe" --staff
	window staff
	closed
	doubled "$drive/收件/packets/001.dbz"
	window intake-dbz
	look before
	$wine "$app/deputydesk.exe" 'C:\收件\packets\002.dbz' >"$work/second.log" 2>&1 & # while the first one runs
	second=$!
	until_true 150 "the second start stays" gone kill -0 $second
	changed "a second start"
	kept intake-second
	[ "$(shown 代表案头 | wc -l)" = 1 ] || fail "a second start opened a second window"
	closed
}
