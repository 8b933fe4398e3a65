package docx

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/export/pdf"
)

func testEntries() []registry.Entry {
	var all []registry.Entry
	for i, form := range annotate.Forms {
		p := testProposal(form)
		p.ID = annotate.ProposalID(fmt.Sprintf("1f3a9c27-5b1d-4c3e-8f00-%012d", i))
		p.Category = []string{"农业农村", "社会建设"}[i%2]
		p.Host = "市测试局"
		all = append(all, registry.Entry{Proposal: p, Number: i + 1})
	}
	return all
}

// The words of a book for Word are those of its PDF, page numbers of the
// contents and indexes included.
func TestBookHasTheWordsOfThePages(t *testing.T) {
	fonts, err := pdf.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	entries, o := testEntries(), export.Staff{Maker: "测试秘书处", Until: "2024-02-22"}
	for _, book := range []export.Book{
		export.Volume(entries, o), export.Register(entries, o), export.Assign(entries, nil, o),
		export.Motions(entries, o), export.Statistics(entries, o), export.Receipts(entries, o),
	} {
		var sheaves []export.Sheaf
		if err := book.Lay(fonts, func(s export.Sheaf) error { sheaves = append(sheaves, s); return nil }); err != nil {
			t.Fatal(err)
		}
		slices.SortStableFunc(sheaves, func(a, b export.Sheaf) int { return int(a.Part) - int(b.Part) })
		var want strings.Builder
		for _, s := range sheaves {
			byTag := make([]strings.Builder, len(s.Elements))
			for _, p := range s.Pages.Pages {
				for _, r := range p.Runs {
					if r.Tag >= 0 {
						byTag[r.Tag].WriteString(r.Text)
					}
				}
			}
			for i := range byTag {
				want.WriteString(byTag[i].String())
			}
		}
		_, info, err := pdf.WriteBook(book, pdf.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		file, err := WriteBook(book, info.Places)
		if err != nil {
			t.Fatal(err)
		}
		if got := squeeze(words(t, part(t, file, "word/document.xml"))); got != squeeze(want.String()) {
			t.Errorf("%s:\n%s\nwant\n%s", book.Title, got, squeeze(want.String()))
		}
	}
}

// The parts of a volume are counted as in the PDF; a book printed on both sides
// has mirrored margins and begins its chapters on odd pages.
func TestSectionsOfABook(t *testing.T) {
	file, err := WriteBook(export.Volume(testEntries(), export.Staff{Duplex: true}), nil)
	if err != nil {
		t.Fatal(err)
	}
	text := string(part(t, file, "word/document.xml"))
	for _, want := range []string{`<w:pgNumType w:fmt="upperRoman" w:start="1"/>`, `<w:pgNumType w:fmt="decimal" w:start="1"/>`,
		`<w:type w:val="oddPage"/>`, `w:left="1587" w:header`, " PAGEREF _p", `<w:bookmarkStart `, "方正小标宋简体", "仿宋_GB2312"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	if !strings.Contains(string(part(t, file, "word/settings.xml")), "mirrorMargins") {
		t.Error("margins are not mirrored")
	}
	across, err := WriteBook(export.Register(testEntries(), export.Staff{}), nil)
	if err != nil || !strings.Contains(string(part(t, across, "word/document.xml")), `w:orient="landscape"`) {
		t.Errorf("the register is not across: %v", err)
	}
	labels, err := export.Labels(testEntries(), export.SmallLabels, export.Staff{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := WriteBook(labels, nil); !errors.Is(err, ErrNoWord) {
		t.Errorf("labels: %v", err)
	}
}
