package report

import "testing"

func TestExtent(t *testing.T) {
	for _, tt := range []struct {
		path       Path
		lead       string
		from, upTo string
	}{
		{"三/(八)", "建设更高水平医疗。", "三(八)", "三(八)医疗"},
		{"三/(八)", "促进更可持续就业。", "三(八)", "三(八)就业"},
		{"三/(一)", "提升企业创新能力。", "三(一)", "三(一)“提升企业创新能力”"},
		{"二", "", "二", "二"},
		{"", "", "", ""},
	} {
		r := &Report{Fragment: Fragment{"(上接01版)", "(下转03版)"}, Sections: []Section{{Path: tt.path, Paragraphs: []Paragraph{{Text: "修路。", Lead: tt.lead}}}}}
		if From(r) != tt.from || UpTo(r) != tt.upTo {
			t.Errorf("%s %s: from %q up to %q, want %q and %q", tt.path, tt.lead, From(r), UpTo(r), tt.from, tt.upTo)
		}
	}
	whole := &Report{Sections: []Section{{Path: "三", Paragraphs: []Paragraph{{Text: "修路。"}}}}}
	if From(whole) != "" || UpTo(whole) != "" {
		t.Errorf("a whole report is said to lack something")
	}
}
