# Sourced by check.sh: the main job through the window, by keyboard alone. A person
# looks for 充电桩, jumps to it, notes, writes against its target, has it checked and
# makes the PDF; then it is asked of the disk.
# shellcheck shell=sh disable=SC2154 # the folders are windows.sh's

work() {
	say "the main job through the window, by keys"
	open "$app/deputydesk.exe"
	window work-1-start
	press ctrl+f
	paste 充电桩
	press Return # to the first place in the text
	kept work-2-found
	press F6 # from the results into the text
	for _ in 充 电 桩 五 八 零 个; do press shift+Right; done
	press Return
	paste 每个区县各建多少？
	kept work-3-note
	press Tab space # the button that starts a proposal on it
	paste 关于加快公共充电桩建设的建议
	press Tab Tab
	quietly ctrl+End Return
	paste 有充电桩的小区不到三成。
	press Tab
	paste 老旧小区电力容量不够，没有牵头部门。
	press Tab
	paste 一、公布分区县的建设任务和时间。
	kept work-4-draft
	settled # what is typed has been saved
	press F7
	kept work-5-check
	press ctrl+p # there are gaps: it asks once more
	press Tab Tab
	kept work-6-ask
	xdotool key space
	front 保存到
	still
	kept work-7-save
	xdotool key ctrl+a
	paste 'C:\我的建议.pdf'
	xdotool key Return
	until_true 200 "no PDF was written" there "$drive/我的建议.pdf"
	still
	kept work-8-done
	closed

	desk notes export -o 'C:\批注.json' >/dev/null || fail "notes export"
	grep -q '每个区县各建多少' "$drive/批注.json" || fail "the note was not kept"
	grep -q '充电桩580个' "$drive/批注.json" || fail "the note does not stand on its words"
	desk unpack 'C:\我的建议.pdf' --json >"$work/packet" || fail "the PDF holds no packet"
	for words in 关于加快公共充电桩建设的建议 充电桩580个 老旧小区电力容量不够 公布分区县的建设任务; do
		grep -q "$words" "$work/packet" || fail "the packet in the PDF does not say $words"
	done
	grep -q '"target": *"[^"]' "$work/packet" || fail "the proposal is not bound to the target"
	pdftotext "$drive/我的建议.pdf" - | grep -q 关于加快公共充电桩建设的建议 || fail "the paper does not say its title"
	pdffonts "$drive/我的建议.pdf" | grep -qi fang || fail "the paper is not in 仿宋: fang.ttf was not found"
}
