package pdf

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestSave(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "建议.pdf")
	if err := Save(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	if err := Save(path, []byte("second")); err != nil {
		t.Fatal(err)
	}
	if err := Save(path, nil); err == nil || err.Error() != "save 建议.pdf: nothing to write" {
		t.Errorf("empty data: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "second" {
		t.Errorf("%q, %v", got, err)
	}
	if err := Save(filepath.Join(dir, "none", "x.pdf"), []byte("x")); err == nil {
		t.Error("saved into a folder that is not there")
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("%d files left behind, %v", len(left), err)
	}
}

// gofpdf loses characters when it breaks lines and writes damaged attachments:
// only the calls below are made.
func TestPageWriterOnly(t *testing.T) {
	allowed := map[string]bool{}
	for name := range strings.FieldsSeq("SetAutoPageBreak SetCatalogSort SetCreationDate SetModificationDate AddUTF8FontFromBytes " +
		"SetFont Error AddPage AddPageFormat SetCompression Output RawWriteStr SetLineWidth Line Text") {
		allowed[name] = true
	}
	call := regexp.MustCompile(`\bw\.([A-Z]\w*)\(`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f, "_test.go") || !strings.Contains(string(src), "jung-kurt/gofpdf") {
			continue
		}
		seen++
		for _, m := range call.FindAllStringSubmatch(string(src), -1) {
			if !allowed[m[1]] {
				t.Errorf("%s calls %s of the page writer", f, m[1])
			}
		}
	}
	if seen != 2 {
		t.Errorf("gofpdf is named in %d files, want 2", seen)
	}
}
