package desk

import (
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/target"
)

func TestCosignersAreReadFromLines(t *testing.T) {
	for _, tt := range []struct {
		line string
		want annotate.Deputy
		back string // "": as it was typed
	}{
		{"测试代表乙 0102 源汇代表团 某公司 经理", annotate.Deputy{Name: "测试代表乙", Number: "0102", Delegation: "源汇代表团", Post: "某公司 经理"}, ""},
		{"张　三 0103 召陵代表团", annotate.Deputy{Name: "张三", Number: "0103", Delegation: "召陵代表团"}, "张三 0103 召陵代表团"},
		{"测试代表丙", annotate.Deputy{Name: "测试代表丙"}, ""},
		{"测试代表丁 郾城代表团", annotate.Deputy{Name: "测试代表丁", Delegation: "郾城代表团"}, ""},
	} {
		got := people([]string{tt.line, "  "})
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: %+v", tt.line, got)
			continue
		}
		back := tt.back
		if back == "" {
			back = tt.line
		}
		if lines := peopleLines(got); lines[0] != back {
			t.Errorf("%s: written %s", tt.line, lines[0])
		}
	}
}

func keys(fields []Field) []string {
	var all []string
	for _, f := range fields {
		all = append(all, f.Key)
	}
	return all
}

// The first draft asks for the deputy's card, the second one knows it.
func TestFormAsksForWhatIsEmpty(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	asked, rest := d.Fields()
	for _, key := range []string{"deputy.name", "deputy.postcode", "category", "host", "formed"} {
		if !slices.Contains(keys(asked), key) {
			t.Errorf("%s is not asked for", key)
		}
	}
	for _, key := range []string{"open", "reply", "session", "date", "cosigner"} {
		if !slices.Contains(keys(rest), key) {
			t.Errorf("%s is not folded away", key)
		}
	}
	for _, key := range []string{"motion_type", "hour"} {
		if slices.Contains(append(keys(asked), keys(rest)...), key) {
			t.Errorf("%s belongs to a 议案 only", key)
		}
	}
	d.SetField("deputy.name", " 测试代表甲 ")
	d.SetField("formed", "视察", "", "座谈")
	if got := d.Field("deputy.name"); len(got) != 1 || got[0] != "测试代表甲" {
		t.Errorf("name: %q", got)
	}
	if got := d.Draft().Formed; !slices.Equal(got, []string{"视察", "座谈"}) {
		t.Errorf("formed: %q", got)
	}

	d.LeaveField()
	press(t, d, d.Write(annotate.Motion))
	asked, _ = d.Fields()
	if slices.Contains(keys(asked), "deputy.name") || !slices.Contains(keys(asked), "motion_type") {
		t.Errorf("the second draft, a 议案, asks for %v", keys(asked))
	}
}

// Every field of the sheet gives back what was put in.
func TestEveryFieldKeepsItsValue(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Motion))
	for _, row := range sheetRows {
		want := []string{"测试"}
		if row.shape == Yes {
			d.SetField(row.key)
			if got := d.Field(row.key); len(got) != 0 {
				t.Errorf("%s: %q after it was cleared", row.key, got)
			}
			want = []string{yes}
		}
		d.SetField(row.key, want...)
		if got := d.Field(row.key); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", row.key, got, want)
		}
	}
}

// No word is lost when a draft becomes one of another form.
func TestFormCanBeChangedAndBack(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	find(t, d, "公共充电桩")
	press(t, d, d.WriteOnSelection(annotate.Suggestion))
	quote := d.Draft().Cites[0].Anchor.Quote
	d.SetTitle("关于加快公共充电桩\n建设的建议")
	for _, tt := range []struct {
		form  annotate.Form
		title string
	}{
		{annotate.Motion, "关于加快公共充电桩 建设的议案"},
		{annotate.Revision, "关于加快公共充电桩 建设的修改意见"},
		{annotate.Suggestion, "关于加快公共充电桩 建设的建议"},
	} {
		d.SetForm(tt.form)
		p := d.Draft()
		if p.Title != tt.title || len(p.Cites) != 1 || p.Cites[0].Anchor.Quote != quote {
			t.Errorf("as %s: %q, %d citations", tt.form, p.Title, len(p.Cites))
		}
		if tt.form == annotate.Revision && (len(p.Amends) != 1 || p.Amends[0].To != quote) {
			t.Errorf("as 修改意见: %+v", p.Amends)
		}
	}
}

func TestPartsAreCounted(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	d.SetPartText(Situation, "一 二\n三")
	d.SetPartText(Measures, "一、二、三。")
	chars, share := d.Lengths()
	if chars != [3]int{3, 0, 6} || share != [3]int{33, 0, 67} {
		t.Errorf("%v characters, %v percent", chars, share)
	}
}

func TestTargetRowsAreSortedAndFiltered(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	all := d.TargetRows(TargetView{})
	if n := d.CountTargets(); n.All != len(all) || n.Quantified+n.Milestones != n.All {
		t.Errorf("counts %+v of %d", n, len(all))
	}
	sum := 0
	for _, s := range d.TargetSections() {
		sum += s.Count
		if got := len(d.TargetRows(TargetView{Section: s.Path})); got != s.Count {
			t.Errorf("%s: %d rows, counted %d", s.Path, got, s.Count)
		}
	}
	if sum != len(all) || len(d.TargetRows(TargetView{Section: "三"})) >= len(all) {
		t.Errorf("the sections have %d of %d targets", sum, len(all))
	}
	for _, r := range d.TargetRows(TargetView{Text: "充电桩 公共"}) {
		if !strings.Contains(r.Target.Quote, "公共充电桩") || !strings.Contains(r.Figure, "580") {
			t.Errorf("row %q, figure %q", r.Target.Quote, r.Figure)
		}
	}
	for c := BySection; c <= ByNotes; c++ {
		view := TargetView{Column: BySubject}.Sort(c)
		if c == BySubject {
			view = TargetView{}.Sort(c)
		}
		up, down := d.TargetRows(view), d.TargetRows(view.Sort(c))
		for i := 1; i < len(up); i++ {
			if up[i-1].blank(c) == up[i].blank(c) && up[i-1].compare(up[i], c) > 0 {
				t.Fatalf("column %d upwards: %q before %q", c, up[i-1].Target.Quote, up[i].Target.Quote)
			}
			if down[i-1].blank(c) == down[i].blank(c) && down[i-1].compare(down[i], c) < 0 {
				t.Fatalf("column %d downwards: %q before %q", c, down[i-1].Target.Quote, down[i].Target.Quote)
			}
			if down[i-1].blank(c) > down[i].blank(c) {
				t.Fatalf("column %d downwards: an empty row stands before %q", c, down[i].Target.Quote)
			}
		}
		if len(up) != len(all) {
			t.Errorf("column %d: %d rows of %d", c, len(up), len(all))
		}
	}
	if last := d.TargetRows(TargetView{Column: ByValue})[len(all)-1].Target; last.Kind != target.Milestone {
		t.Errorf("by value, %q stands last", last.Quote)
	}
}

func TestCopyHasTheNameOfTheSheet(t *testing.T) {
	p := annotate.New("x", annotate.Suggestion)
	p.Title = "关于保障村医待遇的建议"
	if got := CopyName(p); got != "建议_关于保障村医待遇的建议.toml" {
		t.Errorf("copy: %s", got)
	}
}
