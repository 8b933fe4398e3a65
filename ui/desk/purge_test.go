package desk

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"deputydesk/annotate"
)

// spoken is a phrase that stands nowhere else.
const spoken = "绝不外泄的一句话甲乙丙"

// inClear returns the files under the folders that hold the phrase as UTF-8 or
// UTF-16.
func inClear(t *testing.T, folders ...string) []string {
	t.Helper()
	var wide []byte
	for _, u := range utf16.Encode([]rune(spoken)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	var found []string
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if bytes.Contains(data, []byte(spoken)) || bytes.Contains(data, wide) || bytes.Contains(data, wide[1:len(wide)-1]) {
				found = append(found, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// typed writes the phrase wherever a person can type it: a note with a tag, the
// outline, a draft, a search.
func typed(t *testing.T, d *Desk) {
	t.Helper()
	d.SelectSentence(d.Report().Sections[3].Paragraphs[0].ID, 0, false)
	d.Press(d.Comment(spoken))
	for _, n := range d.Notes() {
		d.Press(d.ChoosePoint(n.ID))
	}
	d.Press(d.Write(annotate.Suggestion))
	d.Edit(func(p *annotate.Proposal) { p.Title, p.Body.Situation, p.Deputy.Name = spoken, spoken, spoken })
	d.Search(spoken)
	if err := d.SaveAll(); err != nil {
		t.Fatal(err)
	}
	if len(d.Notes()) == 0 || len(d.Drafts()) == 0 {
		t.Fatal("nothing was typed")
	}
}

func TestNothingPrivateLiesInClear(t *testing.T) {
	folder, temp, away := t.TempDir(), t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	d := Open(Settings{Folder: folder})
	if _, err := d.Seal("一个不短的口令"); err != nil {
		t.Fatal(err)
	}
	typed(t, d)
	if err := d.Backup(filepath.Join(away, "copy.db")); err != nil {
		t.Fatal(err)
	}
	if err := d.SetBackupFolder(filepath.Join(away, "daily")); err != nil {
		t.Fatal(err)
	}
	if found := inClear(t, folder, temp, away); len(found) > 0 {
		t.Errorf("while open, in clear in %v", found)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if found := inClear(t, folder, temp, away); len(found) > 0 {
		t.Errorf("in clear in %v", found)
	}
}

func TestPurgeTakesEverythingPersonal(t *testing.T) {
	folder, temp, away := t.TempDir(), t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	d := Open(Settings{Folder: folder})
	typed(t, d)
	if err := d.SetBackupFolder(away); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if len(inClear(t, folder)) == 0 {
		t.Fatal("the phrase should stand in the database")
	}
	left, err := Purge(folder, "")
	if err != nil || len(left) != 1 || left[0] != away {
		t.Errorf("left %v, %v", left, err)
	}
	if found := inClear(t, folder, temp); len(found) > 0 {
		t.Errorf("left in %v", found)
	}
	d = Open(Settings{Folder: folder})
	defer shut(t, d)
	if len(d.Notes())+len(d.Drafts())+len(d.OutlineRows()) != 0 || !d.Keeps() {
		t.Errorf("%d notes, %d drafts are there again", len(d.Notes()), len(d.Drafts()))
	}
}
