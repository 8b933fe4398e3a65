package assets

import "testing"

func TestKeysOnTheKeyboardOfAMac(t *testing.T) {
	for _, tt := range []struct{ text, mac string }{
		{"查找报告、目标、批注（Ctrl+F）", "查找报告、目标、批注（⌘F）"},
		{"改错了按 Ctrl+Z，重做按 Ctrl+Shift+Z。", "改错了按 ⌘Z，重做按 ⇧⌘Z。"},
		{"Shift+F3 回到上一处，Alt+← 返回", "⇧F3 回到上一处，⌥← 返回"},
		{"没有键名的一句话。", "没有键名的一句话。"},
	} {
		if got := Keyboard("darwin", tt.text); got != tt.mac {
			t.Errorf("on a Mac %q, want %q", got, tt.mac)
		}
		for _, goos := range []string{"linux", "windows"} {
			if got := Keyboard(goos, tt.text); got != tt.text {
				t.Errorf("%s: %q", goos, got)
			}
		}
	}
}
