package similar

import (
	"os"
	"testing"

	"deputydesk/annotate/similar/planted"
)

// A count is how many pairs are the same, how many of them were found, and how
// many others were shown.
type count struct{ same, found, false int }

func (c count) recall() float64 { return float64(c.found) / float64(max(1, c.same)) }
func (c count) precision() float64 {
	return float64(c.found) / float64(max(1, c.found+c.false))
}

// grouped compares all texts and returns for each the first that is one with it.
func grouped(all []planted.Text) []int {
	var drafts []Draft
	up := make([]int, len(all))
	for i, x := range all {
		drafts = append(drafts, Draft{x.Title, x.Situation + "\n" + x.Analysis, x.Proposal})
		up[i] = i
	}
	for _, t := range Twins(drafts, nil) {
		up[rootOf(up, t.B)] = rootOf(up, t.A)
	}
	for i := range up {
		up[i] = rootOf(up, i)
	}
	return up
}

// measure counts pairs: those that a script made, and those with what somebody
// wrote in words of their own.
func measure(t *testing.T, all []planted.Text) (script, own count) {
	t.Helper()
	group := grouped(all)
	for i, x := range all {
		for j, y := range all[:i] {
			c := &script
			if x.Kind == planted.OwnWords || y.Kind == planted.OwnWords {
				c = &own
			}
			shown, same := group[i] == group[j], planted.Same(x, y)
			switch {
			case shown && same:
				c.found++
			case shown:
				c.false++
				t.Logf("shown: %s %s / %s %s", y.Kind, y.Title, x.Kind, x.Title)
			case same && c == &script:
				t.Logf("missed: %s %s / %s %s", y.Kind, y.Title, x.Kind, x.Title)
			}
			if same {
				c.same++
			}
		}
	}
	return script, own
}

// Of what is shown as the same, nineteen in twenty are; of what is the same in
// other words, another order or shorter, seventeen in twenty are shown. The first
// texts were looked at when the rules were written, the others were not.
func TestTwins(t *testing.T) {
	known, err := os.ReadFile("testdata/known.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, make := range map[string]func(seed uint64) []planted.Text{
		"known": func(seed uint64) []planted.Text { return planted.Of(string(known), seed) },
		"held":  planted.Held,
	} {
		var script, own count
		for seed := range uint64(3) {
			s, o := measure(t, make(seed))
			script = count{script.same + s.same, script.found + s.found, script.false + s.false}
			own = count{own.same + o.same, own.found + o.found, own.false + o.false}
		}
		both := count{script.same + own.same, script.found + own.found, script.false + own.false}
		t.Logf("%s: by script precision %.3f, recall %.3f of %d; in own words %.3f, %.3f of %d; all %.3f, %.3f", name,
			script.precision(), script.recall(), script.same, own.precision(), own.recall(), own.same, both.precision(), both.recall())
		if both.precision() < 0.95 || script.recall() < 0.85 {
			t.Errorf("%s: precision %.3f, recall %.3f", name, both.precision(), script.recall())
		}
		if own.recall() < 0.25 {
			t.Errorf("%s: only %.3f of what was written in own words", name, own.recall())
		}
	}
}

// Among thousands of texts nothing is lost, and nothing comes together that does
// not belong.
func TestTwinsOfThousands(t *testing.T) {
	script, _ := measure(t, planted.Many(1000, 1))
	if script.same < 80 || script.found < script.same*98/100 || script.false > 0 {
		t.Errorf("%+v", script)
	}
}

// Hundreds of copies of one letter are one group.
func TestManyCopiesOfOne(t *testing.T) {
	first := planted.Many(1, 2)[0]
	var all []planted.Text
	for i := range 300 {
		x := first
		x.Title = planted.Many(1, uint64(i))[0].Title
		x.Proposal += x.Title
		all = append(all, x)
	}
	for i, g := range grouped(all) {
		if g != 0 {
			t.Fatalf("copy %d is alone", i)
		}
	}
}

func BenchmarkTwinsOf3000(b *testing.B) {
	all := planted.Many(3000, 1)
	for b.Loop() {
		grouped(all)
	}
}

func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"在青石路中段", "青石路"},
		{"优化东湖新区公交线路", "东湖新区"},
		{"石桥镇西部六个村", "石桥镇"},
		{"红旗小区和前进小区", "红旗小区 进小区"},
		{"五里河公园", "河公园"},
		{"老旧小区、农村公路、社区医院", ""},
		{"推进村卫生室建设", ""},
		{"柳湾的学生", "柳湾"},
		{"祥和小区", "祥和小区"},
	} {
		got := ""
		for _, n := range places(tt.text, []string{"柳湾"}) {
			if got != "" {
				got += " "
			}
			got += n
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}
