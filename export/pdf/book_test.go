package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
)

func testVolume(n int, o export.Staff) export.Book {
	var all []registry.Entry
	for i := range n {
		p := testProposal()
		p.ID = annotate.ProposalID(fmt.Sprintf("1f3a9c27-5b1d-4c3e-8f00-%012d", i))
		p.Title = fmt.Sprintf("关于第%d件测试事项的建议", i+1)
		if i%2 == 1 {
			p.Category = "农业农村"
		}
		all = append(all, registry.Entry{Proposal: p, Number: i + 1})
	}
	o.Find = testReport
	return export.Volume(all, o)
}

func mustBind(t testing.TB, b export.Book, o Options) ([]byte, Info) {
	t.Helper()
	file, info, err := WriteBook(b, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return file, info
}

// A book that the page writer takes in several goes reads like one taken at
// once: every page, and every rare character.
func TestBookInBatches(t *testing.T) {
	whole, info := mustBind(t, testVolume(6, export.Staff{Duplex: true}), Options{})
	parts, again := mustBind(t, testVolume(6, export.Staff{Duplex: true}), Options{batch: 4})
	a, b := read(t, whole), read(t, parts)
	if !slices.Equal(a.pages, b.pages) || len(a.pages) != info.Pages || again.Pages != info.Pages {
		t.Errorf("%d pages at once, %d in batches, info says %d", len(a.pages), len(b.pages), info.Pages)
	}
	if text := strings.Join(b.pages, ""); strings.Count(text, testName) < 6 {
		t.Errorf("the rare name stands %d times", strings.Count(text, testName))
	}
	same, _ := mustBind(t, testVolume(6, export.Staff{Duplex: true}), Options{batch: 4})
	if !bytes.Equal(parts, same) {
		t.Error("two runs differ")
	}
}

// The cover has a name for a number, the contents Roman ones, and every line of
// the contents is a link to a page.
func TestBookLabelsAndLinks(t *testing.T) {
	file, info := mustBind(t, testVolume(4, export.Staff{}), Options{Preset: ForArchive})
	r := read(t, file)
	cat := r.objects[1].body
	if want := "/PageLabels <</Nums [0 <</P " + text("封面") + ">> 1 <</S /R>> 2 <</S /D>>]>>"; !strings.Contains(cat, want) {
		t.Errorf("catalogue lacks %s:\n%s", want, cat)
	}
	links := 0
	for _, o := range r.objects {
		if strings.Contains(o.body, "/Subtype /Link") {
			links++
			if !strings.Contains(o.body, "/Dest [") || !strings.Contains(o.body, "/StructParent") {
				t.Errorf("a link leads nowhere: %s", o.body)
			}
		}
	}
	// Four proposals, two categories, three indexes; one target, one deputy,
	// one unit in the indexes.
	if links < 12 {
		t.Errorf("%d links", links)
	}
	if info.Places["p-1f3a9c27-5b1d-4c3e-8f00-000000000000"] == "" {
		t.Errorf("places: %v", info.Places)
	}
	r.dict(t, "/Type /Outlines")
}

// A book can be given up between two chapters.
func TestBookGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	heard := 0
	_, _, err := WriteBook(testVolume(20, export.Staff{}), Options{}, func(pages int) error {
		heard = pages
		if pages > 5 {
			cancel()
		}
		return ctx.Err()
	})
	if !errors.Is(err, context.Canceled) || heard > 20 {
		t.Errorf("%v after %d pages", err, heard)
	}
}

// Other programs read the papers of the staff, and the archive edition of the
// volume is PDF/A-1b.
func TestOtherReadersOfBooks(t *testing.T) {
	dir := t.TempDir()
	book := testVolume(12, export.Staff{Duplex: true, Maker: "测试秘书处", Until: "2024-02-22"})
	file, info := mustBind(t, book, Options{Preset: ForArchive, batch: 9})
	path := filepath.Join(dir, "volume.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, ask := range [][]string{{"qpdf", "--check", path}, preflight(path), {"pdftotext", path, "-"}, {"mutool", "draw", "-q", "-F", "text", path}} {
		if len(ask) == 0 {
			t.Log("PDFBox Preflight is not installed: PDF/A-1b not asked")
			continue
		}
		if _, err := exec.LookPath(ask[0]); err != nil {
			t.Logf("%s is not installed: not asked", ask[0])
			continue
		}
		out, err := exec.Command(ask[0], ask[1:]...).CombinedOutput()
		if err != nil {
			t.Errorf("%v: %v\n%s", ask, err, out)
		}
		if !strings.Contains(strings.Join(ask, " "), "text") {
			continue
		}
		said := strings.Join(strings.Fields(string(out)), "")
		for _, want := range []string{"关于第12件测试事项的建议", testName, testPara, "按承办单位索引"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %q", ask[0], want)
			}
		}
		if pages := strings.Count(string(out), "\f"); pages != info.Pages {
			t.Errorf("%s: %d pages, want %d", ask[0], pages, info.Pages)
		}
	}
}

// preflight is the command that validates PDF/A-1b; nil if it is not there.
func preflight(file string) []string {
	const jars = "/usr/share/java/"
	if _, err := os.Stat(jars + "preflight.jar"); err != nil {
		return nil
	}
	path := jars + strings.Join(strings.Fields("preflight.jar pdfbox2.jar fontbox2.jar xmpbox.jar commons-logging.jar bcprov.jar javax.activation.jar jaxb-api.jar"), ":"+jars)
	return []string{"java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", file}
}
