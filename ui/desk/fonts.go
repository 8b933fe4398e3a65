package desk

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"deputydesk/export/pdf"
)

// localFonts is the setting that keeps whether fonts of this machine are used.
const localFonts = "local-fonts"

// fontFolders are where this system keeps fonts, for everybody and for one user.
func fontFolders(system string, env func(string) string) []string {
	home := env("HOME")
	switch system {
	case "windows":
		return []string{filepath.Join(env("SystemRoot"), "Fonts"), filepath.Join(env("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/Library/Fonts", "/System/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts")}
}

// paperFonts are the fonts of the paper. They are read once.
func (d *Desk) paperFonts() (*pdf.Fonts, error) {
	if fonts := d.fonts.Load(); fonts != nil {
		return fonts, nil
	}
	fonts, err := pdf.Bundled()
	if err == nil && d.localFonts.Load() {
		fonts, _, err = pdf.Local(d.fontFolders())
	}
	if err != nil {
		return nil, err
	}
	d.fonts.Store(fonts)
	return fonts, nil
}

func (d *Desk) fontFolders() []string {
	if d.set.Fonts != nil {
		return d.set.Fonts
	}
	return fontFolders(runtime.GOOS, os.Getenv)
}

// LocalFonts reports whether fonts of this machine are used (使用本机字体).
func (d *Desk) LocalFonts() bool { return d.localFonts.Load() }

// UseLocalFonts says whether fonts of this machine are to be used where it has
// those that offices expect, and returns which it has. Papers made from now on
// are set in them; papers of two machines may then differ.
func (d *Desk) UseLocalFonts(use bool) ([]pdf.LocalFont, error) {
	var used []pdf.LocalFont
	if use {
		fonts, found, err := pdf.Local(d.fontFolders())
		if err != nil {
			return nil, err
		}
		d.fonts.Store(fonts)
		used = found
	} else {
		d.fonts.Store(nil)
	}
	d.localFonts.Store(use)
	return used, nil
}

// restoreFonts takes up the setting of the last time.
func (d *Desk) restoreFonts() {
	use := false
	if d.set.Safe {
		return
	}
	if _, err := d.store.Setting(localFonts, &use); err != nil {
		d.tell(err)
	}
	d.localFonts.Store(use)
}

// ChooseLocalFonts is UseLocalFonts from now on, and tells what was found.
func (d *Desk) ChooseLocalFonts(use bool) {
	used, err := d.UseLocalFonts(use)
	if err == nil && d.store != nil {
		err = d.store.SetSetting(localFonts, use)
	}
	switch {
	case err != nil:
		d.tell(err)
	case !use:
		d.tell(&Outcome{Key: "desk.fonts.own"})
	case len(used) == 0:
		d.tell(&Outcome{Key: "desk.fonts.none"})
	default:
		var names []string
		for _, f := range used {
			names = append(names, f.Family)
		}
		d.tell(&Outcome{Key: "desk.fonts.local", Args: []any{"names", strings.Join(names, "、")}})
	}
	d.changed(Edited)
}
