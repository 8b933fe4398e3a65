package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestKeysAsPeopleReadThem(t *testing.T) {
	const ctrl, command, shift, alt = fyne.KeyModifierControl, fyne.KeyModifierSuper, fyne.KeyModifierShift, fyne.KeyModifierAlt
	for _, tt := range []struct {
		key        Key
		goos, want string
	}{
		{Key{Name: fyne.KeyF, Mod: ctrl}, "linux", "Ctrl+F"},
		{Key{Name: fyne.KeyZ, Mod: ctrl | shift}, "windows", "Ctrl+Shift+Z"},
		{Key{Name: fyne.KeyF, Mod: command}, "darwin", "⌘F"},
		{Key{Name: fyne.KeyZ, Mod: command | shift}, "darwin", "⇧⌘Z"},
		{Key{Name: fyne.KeyLeft, Mod: alt}, "linux", "Alt+←"},
		{Key{Name: fyne.KeyLeft, Mod: alt}, "darwin", "⌥←"},
		{Key{Name: fyne.KeyEqual, Mod: ctrl | shift}, "linux", "Ctrl++"},
		{Key{Rune: '？'}, "darwin", "?"},
		{Key{Name: fyne.KeyEscape}, "linux", "Esc"},
	} {
		if got := tt.key.on(tt.goos); got != tt.want {
			t.Errorf("on %s %q, want %q", tt.goos, got, tt.want)
		}
	}
}
