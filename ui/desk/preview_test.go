package desk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/export/pdf"
)

// What is looked at has the pages that are saved, and both editions are saved
// from it.
func TestPreviewIsWhatIsSaved(t *testing.T) {
	d := Open(Settings{Folder: t.TempDir(), Fonts: []string{}})
	defer func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}()
	if off := d.PreviewDraft().Off; !errors.Is(off, ErrNoDraft) {
		t.Errorf("without a draft: %v", off)
	}
	d.Press(d.Write(annotate.Suggestion))
	d.SetTitle("关于测试预览的建议")
	d.Press(d.PreviewDraft())
	p := d.Preview()
	if p == nil || p.Len() < 2 || p.Label(0) != "1" || !p.Choice || p.At("2") != 1 {
		t.Fatalf("preview: %+v, notice %v", p, d.Notice())
	}
	img, err := p.Picture(0, 1)
	if err != nil || img.Bounds().Dx() != 595 || img.Bounds().Dy() != 842 {
		t.Errorf("picture %v, %v", img.Bounds(), err)
	}
	for _, archive := range []bool{false, true} {
		d.ChooseArchive(archive)
		path := filepath.Join(t.TempDir(), "a.pdf")
		d.SavePreview(path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err, d.Notice())
		}
		if p.Made.File != path || p.Made.Pages != p.Len() || d.Written().File != path {
			t.Errorf("made %+v, %d pages looked at", p.Made, p.Len())
		}
		if _, inside := pdf.Data(data); inside == archive {
			t.Errorf("archive %v: data inside %v", archive, inside)
		}
	}
	d.ClosePreview()
	if d.Preview() != nil {
		t.Error("it is still open")
	}
}

// A volume is laid in the background, and can be given up without a trace.
func TestPreviewGivenUp(t *testing.T) {
	var later []func()
	d := Open(Settings{Background: func(f func()) { later = append(later, f) }, Fonts: []string{}})
	run := func() {
		for len(later) > 0 {
			f := later[0]
			later = later[1:]
			f()
		}
	}
	var entries []registry.Entry
	for i := range 5 {
		p := annotate.New(annotate.ProposalID(strings.Repeat("a", i+1)), annotate.Suggestion)
		p.Title = "关于测试的建议"
		entries = append(entries, registry.Entry{Proposal: p, Number: i + 1})
	}
	o := Order{Paper: VolumePaper, Staff: export.Staff{Until: "2024-02-22"}}
	d.Press(d.PreviewPaper(entries, o))
	if _, busy := d.Laying(); !busy {
		t.Error("nothing is being made")
	}
	d.StopLaying()
	run()
	if _, busy := d.Laying(); busy || d.Preview() != nil || d.Notice() != nil {
		t.Errorf("given up: busy %v, %v, notice %v", busy, d.Preview(), d.Notice())
	}
	d.Press(d.PreviewPaper(entries, o))
	run()
	p := d.Preview()
	if p == nil || p.Label(0) != "封面" || p.Label(1) != "I" || p.Label(2) != "1" {
		t.Fatalf("preview %v", p)
	}
	path := filepath.Join(t.TempDir(), "v.pdf")
	d.SavePreview(path)
	d.StopLaying()
	run()
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("a file was left: %v", err)
	}
	d.SavePreview(path)
	run()
	if p.Made.Pages != p.Len() {
		t.Errorf("made %+v", p.Made)
	}
	if off := d.PreviewPaper(nil, o).Off; !errors.Is(off, ErrNoProposals) {
		t.Errorf("of nothing: %v", off)
	}
}

// 使用本机字体 is remembered, and says when there is nothing to use.
func TestLocalFontsAreRemembered(t *testing.T) {
	folder := t.TempDir()
	set := Settings{Folder: folder, Fonts: []string{t.TempDir()}, Now: func() time.Time { return time.Date(2024, 2, 21, 9, 0, 0, 0, annotate.Beijing) }}
	d := Open(set)
	d.ChooseLocalFonts(true)
	if n := d.Notice(); n == nil || n.Error() != "desk.fonts.none" || !d.LocalFonts() {
		t.Errorf("notice %v, local %v", n, d.LocalFonts())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = Open(set)
	if !d.LocalFonts() {
		t.Error("forgotten")
	}
	d.ChooseLocalFonts(false)
	if d.LocalFonts() {
		t.Error("still in use")
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}
