package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"deputydesk/annotate"
)

// What a released program left behind opens as a desk: nothing is told, notes
// stand at their words, the imported report is on the shelf, an index of another
// shape is built anew in silence, and it is found in.
func TestReleasedFoldersOpenAsADesk(t *testing.T) {
	for n := 1; n <= 3; n++ {
		for _, kind := range []string{"schema", "sealed"} {
			name := fmt.Sprintf("%s-%d", kind, n)
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "annotate", "store", "testdata", "released", name))); err != nil {
				t.Fatal(err)
			}
			old := filepath.Join(dir, indexFolder, "catalogue-of-another-shape")
			stale(t, old)
			d := Open(Settings{Folder: dir, Secret: "发布时的口令"})
			if d.Trouble() != nil || d.Notice() != nil {
				t.Fatalf("%s: trouble %v, notice %v", name, d.Trouble(), d.Notice())
			}
			if len(d.Notes()) != 2 || len(d.Drafts()) != 1 || d.Drafts()[0].Deputy.Name != "测试代表甲" {
				t.Errorf("%s: %d notes, drafts %v", name, len(d.Notes()), d.Drafts())
			}
			for _, note := range d.Notes() {
				if found := d.Where(note.Anchor, d.Report()); found.Status != annotate.Attached {
					t.Errorf("%s: the note %s is %v", name, note.ID, found.Status)
				}
			}
			v := d.View()
			if want := (View{Report: "luohe-2024", Paragraph: "luohe-2024/三.(四)/3", Zoom: 125}); v != want {
				t.Errorf("%s: left as %+v, want %+v", name, v, want)
			}
			book, err := d.Book()
			if err != nil || len(book.Entries) != max(0, n-2) || len(book.Batches) != max(0, n-2) {
				t.Errorf("%s: the register has %d entries, %d intakes, %v", name, len(book.Entries), len(book.Batches), err)
			}
			if got, want := len(d.Reports()), 1+min(1, n-1); got != want {
				t.Errorf("%s: %d reports, want %d", name, got, want)
			}
			d.Search("充电桩")
			if a, _ := d.Answer(); a.Total == 0 {
				t.Errorf("%s: nothing is found", name)
			}
			if trouble := d.index.Trouble(); trouble != nil {
				t.Errorf("%s: the index is in trouble: %v", name, trouble)
			}
			if err := d.Close(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			d = Open(Settings{Folder: dir, Secret: "发布时的口令"})
			if _, err := os.Stat(old); err == nil {
				t.Errorf("%s: the old index is still there", name)
			}
			if err := d.Close(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// stale makes an index as another program might have left it.
func stale(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(folder, "store"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"manifest.json": `{"format":"0","docs":1}`, "index_meta.json": "{}", "roll": "?"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
