package check

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/seeds/rules"
)

func TestMendTakesTheFindingAway(t *testing.T) {
	for _, tt := range []struct {
		name  string
		plant func(p *annotate.Proposal)
		says  string // on the button
		left  func(p annotate.Proposal) string
		want  string
	}{
		{"title without form", func(p *annotate.Proposal) { p.Title = "加快公共充电桩建设" }, "改为“关于加快公共充电桩建设的建议”",
			func(p annotate.Proposal) string { return p.Title }, "关于加快公共充电桩建设的建议"},
		{"title of a 请示", func(p *annotate.Proposal) { p.Title = "关于加快公共充电桩建设的请示" }, "改为“关于加快公共充电桩建设的建议”",
			func(p annotate.Proposal) string { return p.Title }, "关于加快公共充电桩建设的建议"},
		{"title begs", func(p *annotate.Proposal) { p.Title = "关于请求加快充电桩建设的建议" }, "改为“关于加快充电桩建设的建议”",
			func(p annotate.Proposal) string { return p.Title }, "关于加快充电桩建设的建议"},
		{"提案", func(p *annotate.Proposal) { p.Body.Analysis += "去年的提案和政协提案。" }, "改为“建议”",
			func(p annotate.Proposal) string { return p.Body.Analysis[strings.Index(p.Body.Analysis, "去年的"):] }, "去年的建议和政协提案。"},
		{"greeting", func(p *annotate.Proposal) { p.Body.Situation = "尊敬的各位代表，" + p.Body.Situation }, "删去“尊敬的”",
			func(p annotate.Proposal) string { return p.Body.Situation[:15] }, "各位代表，"},
		{"cited figure", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共充电桩６80个" }, "改为“新建公共充电桩580个”",
			func(p annotate.Proposal) string { return p.Cites[0].Anchor.Quote }, "新建公共充电桩580个"},
		{"quoted figure", func(p *annotate.Proposal) { p.Body.Analysis += "报告提出“新建公共充电桩850个”。" }, "改为“新建公共充电桩580个”",
			func(p annotate.Proposal) string { return p.Body.Analysis[len(p.Body.Analysis)-36:] }, "“新建公共充电桩580个”。"},
		{"the writer signs twice", func(p *annotate.Proposal) { p.Cosigners = []annotate.Deputy{p.Deputy} }, "删去“测试代表”",
			func(p annotate.Proposal) string { return strings.Repeat("x", len(p.Cosigners)) }, ""},
		{"unit twice", func(p *annotate.Proposal) { p.Cohosts = []string{"发改委"} }, "删去“发改委”",
			func(p annotate.Proposal) string { return strings.Join(p.Cohosts, " ") }, ""},
		{"short unit", func(p *annotate.Proposal) { p.Cohosts = []string{"市住建局"} }, "改为“市住房和城乡建设局”",
			func(p annotate.Proposal) string { return p.Cohosts[0] }, "市住房和城乡建设局"},
		{"title in the name", func(p *annotate.Proposal) { p.Deputy.Name = "测试代表 局长" }, "改为“测试代表”",
			func(p annotate.Proposal) string { return p.Deputy.Name }, "测试代表"},
		{"number with words", func(p *annotate.Proposal) { p.Deputy.Number = "第108号" }, "改为“108”",
			func(p annotate.Proposal) string { return p.Deputy.Number }, "108"},
		{"telephone with words", func(p *annotate.Proposal) { p.Deputy.Phone = "手机139-0000-0000" }, "改为“13900000000”",
			func(p annotate.Proposal) string { return p.Deputy.Phone }, "13900000000"},
		{"date with slashes", func(p *annotate.Proposal) { p.Date = "2024年2月2日" }, "改为“2024-02-02”",
			func(p annotate.Proposal) string { return p.Date }, "2024-02-02"},
		{"hour in figures", func(p *annotate.Proposal) { p.Hour = "9点5分" }, "改为“09:05”",
			func(p annotate.Proposal) string { return p.Hour }, "09:05"},
		{"no category", func(p *annotate.Proposal) { p.Category = "" }, "填“环境与城乡建设”",
			func(p annotate.Proposal) string { return p.Category }, "环境与城乡建设"},
	} {
		p := example(t)
		tt.plant(&p)
		found := check(p)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", tt.name)
			continue
		}
		r, ok := Mend(p, found[0], rules.Default())
		if says := r.Text(assets.Language(assets.Chinese).Text); !ok || says != tt.says || tt.left(r.Mended) != tt.want {
			t.Errorf("%s: %s gives %t %q, then %q, want %q and %q", tt.name, line(found[0]), ok, says, tt.left(r.Mended), tt.says, tt.want)
		}
		for _, f := range check(r.Mended) {
			if line(f) == line(found[0]) {
				t.Errorf("%s: %s is still there", tt.name, line(f))
			}
		}
	}
}

// Whatever is offered for a planted fault takes it away and brings no error.
func TestNoRemedyMakesItWorse(t *testing.T) {
	offered := 0
	for _, tt := range plants {
		p := example(t)
		tt.plant(&p)
		for _, f := range check(p) {
			r, ok := Mend(p, f, rules.Default())
			if !ok {
				continue
			}
			offered++
			if left := check(r.Mended); len(left) >= len(check(p)) {
				t.Errorf("%s: the remedy %+v leaves\n%s", tt.name, [2]string{r.From, r.To}, lines(left))
			}
		}
	}
	if offered < 10 {
		t.Errorf("only %d remedies", offered)
	}
}
