package desk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"deputydesk/annotate"
	"deputydesk/search"
)

func TestTargetsStandWithTheirParagraph(t *testing.T) {
	d := Open(Settings{})
	d.Search("预制菜")
	f := d.Finds()
	if len(f.Rows) == 0 || f.Facets[0].Count != len(f.Rows) {
		t.Fatalf("%d rows, facets %+v", len(f.Rows), f.Facets)
	}
	targets, counted := 0, 0
	for _, facet := range f.Facets {
		if facet.Kind == search.Targets {
			targets = facet.Count
		}
	}
	for _, row := range f.Rows {
		counted += row.Targets
		if row.Kind == search.Targets {
			counted++
		}
	}
	if targets < 2 || counted != targets || f.Rows[0].Kind != search.Reports {
		t.Errorf("%d targets, %d of them in rows, the first row a %s", targets, counted, f.Rows[0].Kind)
	}
}

// The number beside every facet is how many rows it shows.
func TestFacetsShowWhatTheyCount(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	find(t, d, "充电桩")
	press(t, d, d.Comment("充电桩建在哪里？"))
	d.Search("充电桩")
	kinds := []search.Kind{}
	for _, facet := range d.Finds().Facets {
		d.ShowKind(facet.Kind)
		f := d.Finds()
		if len(f.Rows) != facet.Count || f.Kind != facet.Kind {
			t.Errorf("%q: %d rows, counted %d, shown %q", facet.Kind, len(f.Rows), facet.Count, f.Kind)
		}
		kinds = append(kinds, facet.Kind)
	}
	if want := []search.Kind{"", search.Reports, search.Targets, search.Notes}; !slices.Equal(kinds, want) {
		t.Errorf("facets %q, want %q", kinds, want)
	}
	d.Search("双汇") // no note speaks of it
	if f := d.Finds(); f.Kind != "" || len(f.Rows) == 0 {
		t.Errorf("a facet without finds is kept: %q, %d rows", f.Kind, len(f.Rows))
	}
}

// A target opened from the list is marked in the text where it stands.
func TestATargetIsMarkedInItsParagraph(t *testing.T) {
	d := Open(Settings{})
	d.Search("公共充电桩580个")
	d.ShowKind(search.Targets)
	d.OpenHit(0)
	answer, now := d.Answer()
	if now != 0 || answer.Hits[0].Kind != search.Reports {
		t.Fatalf("at %d: %+v", now, answer.Hits)
	}
	p, ok := d.Report().Paragraph(d.Place().Paragraph)
	s := answer.Hits[0].Spans[0]
	if !ok || answer.Hits[0].ID != string(p.ID) || p.Text[s.Start:s.End] != "公共充电桩580个" {
		t.Errorf("marked %q in %s", p.Text[s.Start:s.End], answer.Hits[0].ID)
	}
}

func TestOrder(t *testing.T) {
	d := Open(Settings{})
	d.Search("幼儿园 或 养老")
	past := func() (all []bool) {
		for _, row := range d.Finds().Rows {
			all = append(all, row.Past)
		}
		return all
	}
	if got := past(); !slices.Equal(got, []bool{false, true, true}) {
		t.Errorf("by relevance, of last year: %v", got)
	}
	d.OpenHit(0)
	d.ShowInOrder(true)
	if got := past(); !slices.Equal(got, []bool{true, true, false}) {
		t.Errorf("in order, of last year: %v", got)
	}
	if _, now := d.Answer(); now != 2 {
		t.Errorf("the current hit is now %d, want 2", now)
	}
	last := -1
	for _, row := range d.Finds().Rows {
		if row.Order < last {
			t.Errorf("%s stands behind a later one", row.ID)
		}
		last = row.Order
	}
}

func TestAnEmptyResultSaysWhatTheReportLacks(t *testing.T) {
	d := Open(Settings{})
	d.Search("航空母舰")
	d.Submit()
	if f := d.Finds(); f.Answer.Stage != search.None || f.Lacks.Before == "" || f.Lacks.After == "" {
		t.Errorf("stage %s, lacks %+v", f.Answer.Stage, f.Lacks)
	}
	d.Search("双汇")
	if f := d.Finds(); f.Lacks.Missing() {
		t.Errorf("found something, and still lacks %+v", f.Lacks)
	}
}

func TestANoteIsFoundBesideItsParagraph(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	find(t, d, "充电桩")
	press(t, d, d.Mark(annotate.Blue))
	press(t, d, d.Comment("问一问分布"))
	d.Search("充电桩")
	d.ShowInOrder(true)
	rows := d.Finds().Rows
	if len(rows) != 2 || rows[0].Kind != search.Reports || rows[1].Kind != search.Notes {
		t.Fatalf("rows %+v", rows)
	}
	if rows[1].Heading == "" || rows[1].Heading != rows[0].Heading || rows[1].Planned {
		t.Errorf("headings %q and %q", rows[0].Heading, rows[1].Heading)
	}
}

// A report taken in while something is found is searched as well, without
// being asked again.
func TestANewReportIsSearchedAtOnce(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	d.Search("就业")
	d.Submit()
	before := len(d.Finds().Rows)
	path := filepath.Join(t.TempDir(), "report.txt")
	text := "政府工作报告\n\n二、2023年工作总体要求和主要目标\n\n城镇新增就业2万人以上。\n\n三、2023年重点工作安排\n\n稳定就业，改造老旧小区30个。\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d.ImportFile(path)
	if f := d.Finds(); len(f.Rows) != before+2 || !f.Years {
		t.Errorf("%d rows before, %d after; notice %v", before, len(f.Rows), d.Notice())
	}
}
