package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	"deputydesk/assets"
	"deputydesk/export/pdf"
)

func (d *Desk) programFacts() Section {
	revision, modified := "", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				revision = s.Value[:min(12, len(s.Value))]
			case "vcs.modified":
				if s.Value == "true" {
					modified = "+"
				}
			}
		}
	}
	return Section{"program", []Fact{
		fact("version", assets.Version),
		fact("build", assets.Build),
		fact("revision", revision+modified),
		fact("go", runtime.Version()),
		fact("arch", runtime.GOOS+"/"+runtime.GOARCH),
		fact("safe", d.set.Safe),
		fact("role", string(d.Role())),
	}}
}

func systemFacts() Section {
	zone := time.Now().Format("UTC-07:00")
	return Section{"system", append([]Fact{
		fact("os", systemName()),
		fact("cpus", runtime.NumCPU()),
		fact("locale", systemLocale()),
		fact("zone", zone),
	}, sessionFacts()...)}
}

// surroundings is what a variable of the surroundings says, less what no name of
// a desktop or a language needs: who set it may have put a path into it.
func surroundings(name string) string {
	value := os.Getenv(name)
	if strings.ContainsFunc(value, func(r rune) bool {
		return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune(" .:;@=_+-", r)
	}) {
		return "other"
	}
	return value
}

// fontFacts tell of the fonts that go with the program by the first digits of
// their SHA-256, and which of those that offices expect this machine has.
func (d *Desk) fontFacts() Section {
	s := Section{Key: "fonts"}
	own := func(name string, data []byte) {
		sum := sha256.Sum256(data)
		s.Facts = append(s.Facts, fact("own#"+name, hex.EncodeToString(sum[:6])))
	}
	own("window-regular", assets.WindowRegular())
	own("window-bold", assets.WindowBold())
	for _, name := range []string{"title", "hei", "kai", "fang-fb", "song-num"} {
		if data, ok := assets.Paper(name); ok {
			own(name, data)
		}
	}
	exe, err := os.Executable()
	if err != nil {
		exe = "" // the other places are looked at
	}
	fang := "missing"
	for _, path := range assets.FangPath(exe) {
		if data, err := os.ReadFile(path); err == nil {
			sum := sha256.Sum256(data)
			fang = hex.EncodeToString(sum[:6])
			break
		}
	}
	s.Facts = append(s.Facts, fact("fang", fang), fact("local", d.LocalFonts()))
	if _, found, err := pdf.Local(d.fontFolders()); err == nil {
		have := map[string]bool{}
		for _, f := range found {
			have[string(f.Role)] = true
		}
		for _, role := range []string{"song", "hei", "kai", "fang"} {
			s.Facts = append(s.Facts, fact("office#"+role, have[role]))
		}
	}
	return s
}

// folderFacts tell where the data lies without its path: that may be a name.
func (d *Desk) folderFacts() Section {
	s := Section{Key: "folder"}
	if d.set.Folder == "" {
		s.Facts = append(s.Facts, fact("place", "none"))
		return s
	}
	place := "elsewhere"
	if usual, err := DefaultFolder(runtime.GOOS, os.Getenv); err == nil && filepath.Clean(usual) == filepath.Clean(d.set.Folder) {
		place = "usual"
	}
	if exe, err := os.Executable(); err == nil {
		if beside, ok := portableFolder(exe); ok && filepath.Clean(beside) == filepath.Clean(d.set.Folder) {
			place = "portable"
		}
	}
	risk := "none"
	if err := FolderRisk(d.set.Folder); err != nil {
		risk = Code(err)
	}
	kind, free := volumeOf(d.set.Folder)
	s.Facts = append(s.Facts, fact("place", place), fact("system", kind), fact("free", size(free)), fact("risk", risk))
	var files int
	var bytes int64
	err := filepath.WalkDir(d.set.Folder, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil // what cannot be read is not counted
		}
		if info, err := e.Info(); err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
		return nil
	})
	if err == nil {
		s.Facts = append(s.Facts, fact("files", files), fact("size", size(bytes)))
	}
	probe, err := os.CreateTemp(d.set.Folder, "probe-*")
	if err == nil {
		err = errors.Join(probe.Close(), os.Remove(probe.Name()))
	}
	s.Facts = append(s.Facts, fact("writable", err == nil))
	return s
}

func (d *Desk) storeFacts() Section {
	s := Section{Key: "store", Facts: []Fact{fact("open", d.store != nil), fact("sealed", SealedFolder(d.set.Folder))}}
	if d.trouble != nil {
		s.Facts = append(s.Facts, fact("trouble", Code(d.trouble)))
	}
	if d.store == nil {
		return s
	}
	f, err := d.store.Facts()
	if err != nil {
		return Section{s.Key, append(s.Facts, fact("trouble", Code(err)))}
	}
	state := "sound"
	if !f.Sound {
		state = "damaged"
	}
	s.Facts = append(s.Facts, fact("schema", f.Schema), fact("known", f.Known), fact("state", state), fact("size", size(f.Bytes)), fact("copies", f.Copies),
		fact("copyfolder", d.BackupFolder() != ""), fact("lock", d.LockAfter()))
	for _, table := range []string{"note", "note_before", "draft", "draft_revision", "report", "record", "setting"} {
		s.Facts = append(s.Facts, fact("rows#"+table, f.Rows[table]))
	}
	return s
}

func (d *Desk) indexFacts() Section {
	s := Section{Key: "index"}
	var bytes int64
	err := filepath.WalkDir(filepath.Join(d.set.Folder, indexFolder), func(_ string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if info, err := e.Info(); err == nil && !e.IsDir() {
			bytes += info.Size()
		}
		return nil
	})
	s.Facts = append(s.Facts, fact("disk", d.set.Folder != "" && err == nil), fact("size", size(bytes)))
	if trouble := d.index.Trouble(); trouble != nil {
		s.Facts = append(s.Facts, fact("trouble", Code(trouble)))
	}
	return s
}

// countFacts are numbers only.
func (d *Desk) countFacts() Section {
	entries, batches := 0, 0
	if d.store != nil {
		if book, err := d.Book(); err == nil {
			entries, batches = len(book.Entries), len(book.Batches)
		}
	}
	own := "own"
	if d.ownRules == nil {
		own = "bundled"
	}
	characters := 0
	for _, p := range d.open.Paragraphs() {
		characters += utf8.RuneCountInString(p.Text)
	}
	v := d.View()
	return Section{"counts", []Fact{
		fact("reports", len(d.reports)), fact("imported", len(d.imported)), fact("notes", len(d.notes)), fact("drafts", len(d.drafts)),
		fact("entries", entries), fact("batches", batches), fact("session", d.meeting != nil), fact("rules", own),
		fact("characters", characters), fact("zoom", v.Zoom), fact("look", v.Look),
	}}
}
