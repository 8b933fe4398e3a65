package assets

import "strings"

// Keyboard is text with the keys it names as they stand on the keyboard of goos:
// texts say "Ctrl+F", on a Mac that is ⌘F.
func Keyboard(goos, text string) string {
	if goos != "darwin" {
		return text
	}
	return macKeys.Replace(text)
}

var macKeys = strings.NewReplacer("Ctrl+Shift+", "⇧⌘", "Ctrl+Alt+", "⌥⌘", "Ctrl+", "⌘", "Ctrl 和", "⌘ 和", "Shift+", "⇧", "Alt+", "⌥")
