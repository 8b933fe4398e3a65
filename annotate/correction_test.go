package annotate

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// plan is a report with one paragraph of aims.
func plan(t *testing.T, words string) *report.Report {
	t.Helper()
	r, err := intake.Text(intake.Meta{ID: "test-2024"}, "政府工作报告\n\n（2024年2月）\n\n一、今年主要任务\n\n加强城市建设，"+words+"切实改善群众生活。\n")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// pinned names the target of r whose words hold quote.
func pinned(t *testing.T, r *report.Report, quote string) Pin {
	t.Helper()
	for _, each := range target.Targets(r) {
		if strings.Contains(each.Quote, quote) {
			p, _ := PinOf(r, each)
			return p
		}
	}
	t.Fatalf("no target of %q", quote)
	return Pin{}
}

// aims are the demands of targets, short enough to be read.
func aims(all []target.Target) string {
	var b []string
	for _, t := range all {
		b = append(b, t.Subject+" "+trim(t.Value)+t.Unit)
	}
	return strings.Join(b, "；")
}

func trim(v float64) string {
	if v == 0 {
		return ""
	}
	return string(rune('0'+int(v)/100%10)) + string(rune('0'+int(v)/10%10)) + string(rune('0'+int(v)%10))
}

func quantity(subject string, value float64, unit string) Aim {
	return Aim{Kind: target.Quantified, Subject: subject, Comparator: target.Exactly, Measure: target.Level, Value: value, Unit: unit}
}

func TestCorrect(t *testing.T) {
	const then = "新建公共充电桩580个，改造老旧小区120个，新增停车位300个，"
	for _, tt := range []struct {
		name   string
		ruling Ruling
		quote  string
		aims   []Aim
		now    string // of the words, "" for unchanged
		want   string
		status Status
	}{
		{"confirmed", Confirmed, "充电桩", nil, "", "公共充电桩 580个；老旧小区 120个；停车位 300个", Attached},
		{"corrected", Corrected, "停车位", []Aim{quantity("路边停车位", 310, "个")}, "", "公共充电桩 580个；老旧小区 120个；路边停车位 310个", Attached},
		{"split", Split, "老旧小区", []Aim{quantity("源汇老旧小区", 50, "个"), quantity("郾城老旧小区", 70, "个")}, "",
			"公共充电桩 580个；源汇老旧小区 050个；郾城老旧小区 070个；停车位 300个", Attached},
		{"deleted", Deleted, "老旧小区", nil, "", "公共充电桩 580个；停车位 300个", Attached},
		{"another edition, words before", Deleted, "老旧小区", nil, "开工学校90所，" + then, "学校 090所；公共充电桩 580个；停车位 300个", Attached},
		{"the number has changed", Corrected, "停车位", []Aim{quantity("路边停车位", 310, "个")},
			strings.Replace(then, "300", "400", 1), "公共充电桩 580个；老旧小区 120个；停车位 400个", NumberChanged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			old := plan(t, then)
			c := Correction{ID: "0123456789abcdef", Pin: pinned(t, old, tt.quote), Ruling: tt.ruling, Aims: tt.aims}
			now := old
			if tt.now != "" {
				now = plan(t, tt.now)
			}
			got := Correct(now, target.Targets(now), []Correction{c}, func(a Anchor) Found { return a.Locate(now) })
			if aims(got.Targets) != tt.want || got.Status[c.ID] != tt.status {
				t.Errorf("%s\nwant %s\n%s, want %s", aims(got.Targets), tt.want, got.Status[c.ID], tt.status)
			}
			ids := map[target.ID]bool{}
			for _, each := range got.Targets {
				if ids[each.ID] {
					t.Errorf("two are called %s", each.ID)
				}
				ids[each.ID] = true
			}
			if tt.ruling != Deleted && tt.status == Attached && !ids[c.Target] {
				t.Errorf("a draft that cites %s would lose it", c.Target)
			}
		})
	}
}

// What a person marked as a target is one, and stands where it is read.
func TestCorrectAdds(t *testing.T) {
	r := plan(t, "新建公共充电桩580个，推动文旅融合发展，新增停车位300个，")
	p := r.Paragraphs()[len(r.Paragraphs())-1]
	at := strings.Index(p.Text, "推动文旅融合发展")
	c := Correction{ID: "0123456789abcdef", Ruling: Added,
		Pin:  Pin{Anchor: AnchorAt(r, p, report.Span{Start: at, End: at + len("推动文旅融合发展")})},
		Aims: []Aim{{Kind: target.Milestone, Subject: "文旅融合"}}}
	got := Correct(r, target.Targets(r), []Correction{c}, func(a Anchor) Found { return a.Locate(r) })
	if aims(got.Targets) != "公共充电桩 580个；文旅融合 ；停车位 300个" {
		t.Errorf("%s", aims(got.Targets))
	}
	if made := got.Targets[1]; made.Quote != "推动文旅融合发展" || got.From[made.ID].Correction != c.ID {
		t.Errorf("%+v", made)
	}
}

// Of two corrections of one target the first counts; nothing is there twice.
func TestCorrectTwice(t *testing.T) {
	r := plan(t, "新建公共充电桩580个，")
	pin := pinned(t, r, "充电桩")
	all := []Correction{
		{ID: "one", Pin: pin, Ruling: Corrected, Aims: []Aim{quantity("充电桩", 600, "个")}},
		{ID: "two", Pin: pin, Ruling: Deleted},
	}
	got := Correct(r, target.Targets(r), all, func(a Anchor) Found { return a.Locate(r) })
	if aims(got.Targets) != "充电桩 600个" {
		t.Error(aims(got.Targets))
	}
}

// Targets that share their words are told apart by what was read.
func TestPinAmongEqualWords(t *testing.T) {
	span := report.Span{Start: 0, End: 30}
	var all []target.Target
	for _, v := range []float64{7, 8, 9} {
		all = append(all, quantity("甲", v, "%").on(target.Target{Paragraph: "p", Span: span}))
	}
	for i := range all {
		p := Pin{Read: AimOf(all[i])}
		if got := p.Pick(Found{Paragraph: "p", Span: span}, all); got != i {
			t.Errorf("%d is taken for %d", i, got)
		}
	}
	if got := (Pin{Read: quantity("甲", 1, "%")}).Pick(Found{Paragraph: "p", Span: report.Span{Start: 3, End: 9}}, all); got != -1 {
		t.Errorf("other words and another figure are taken for %d", got)
	}
}

func TestCorrectionsAsAFile(t *testing.T) {
	r := plan(t, "新建公共充电桩580个，")
	all := []Correction{{ID: "one", Pin: pinned(t, r, "充电桩"), Ruling: Corrected, Aims: []Aim{quantity("充电桩", 600, "个")}}}
	data, err := WriteCorrections(all)
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadCorrections("x.json", data)
	if err != nil || len(back) != 1 || !back[0].Says(all[0]) || !slices.Equal([]Anchor{back[0].Anchor}, []Anchor{all[0].Anchor}) {
		t.Errorf("%+v, %v", back, err)
	}
	for _, tt := range []struct{ name, data, want string }{
		{"no JSON", "目标", "x.json: not a file of corrections"},
		{"another format", `{"format":"deputydesk-corrections/9"}`, `x.json: format "deputydesk-corrections/9": not a file of corrections`},
		{"nothing to correct with", `{"format":"deputydesk-corrections/1","corrections":[{"id":"a","ruling":"corrected"}]}`, `x.json: correction 1 of "": not a file of corrections`},
		{"no subject", `{"format":"deputydesk-corrections/1","corrections":[{"id":"a","ruling":"added","aims":[{"kind":"milestone"}]}]}`, `x.json: correction 1 of "": not a file of corrections`},
		{"an unknown ruling", `{"format":"deputydesk-corrections/1","corrections":[{"id":"a","ruling":"maybe"}]}`, `x.json: correction 1 of "": not a file of corrections`},
	} {
		_, err := ReadCorrections("x.json", []byte(tt.data))
		if !errors.Is(err, ErrCorrections) || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}
