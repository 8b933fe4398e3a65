package desk

import (
	"reflect"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// wholeProposal is one that gives no error, on which faults are planted.
func wholeProposal(d *Desk) annotate.Proposal {
	p := annotate.New("5b0c6c2e-6f0d-4f0c-8a43-0f5d2f1d7e11", annotate.Suggestion)
	p.Title, p.Session, p.Date, p.Category = "关于加快公共充电桩建设的建议", "漯河市第八届人民代表大会第三次会议", "2024-02-22", "环境与城乡建设"
	p.Formed = []string{"专题调研"}
	p.Deputy = annotate.Deputy{Name: "测试代表甲", Number: "0101", Post: "示例社区主任", Phone: "13900000001", Address: "示例路1号", Postcode: "462000", Delegation: "示例代表团"}
	p.Body = annotate.Body{
		Situation: "报告提出“新建公共充电桩580个”。居民小区的充电需求增加很快，下班高峰要排队等桩，老旧小区周边的公共充电桩偏少。",
		Analysis:  "一是布局不够均衡，中心城区多，老旧小区周边少。二是建设和管护分属不同单位，责任不够明确。",
		Proposal:  "一是将新建公共充电桩580个按区县分解，公布点位。\n二是不少于三分之一布置在老旧小区周边。\n三是明确管护单位，损坏的及时修复，年底向代表通报进展。",
	}
	p.Cites = []annotate.Citation{{Anchor: annotate.Anchor{Report: "luohe-2024", Quote: "新建公共充电桩580个"}, Ask: "明确"}}
	d.Bind(&p)
	return p
}

// Each planted fault is found, its button mends it, and Undo brings it back.
func TestFixes(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	for _, tt := range []struct {
		key   string
		plant func(p *annotate.Proposal)
		want  string // stands in what read returns, once mended
		read  func(p *annotate.Proposal) string
	}{
		{"check.wording.instead", func(p *annotate.Proposal) { p.Body.Analysis += "上次的提案没有落实。" }, "上次的建议没有落实。", func(p *annotate.Proposal) string { return p.Body.Analysis }},
		{"check.title-form.form", func(p *annotate.Proposal) { p.Title = "请求加快公共充电桩建设" }, "关于加快公共充电桩建设的建议", title},
		{"check.title-form.form", func(p *annotate.Proposal) { p.Title = "关于加快公共充电桩建设的提案" }, "关于加快公共充电桩建设的建议", title},
		{"check.title-form.sentence", func(p *annotate.Proposal) { p.Title = "关于加快公共充电桩建设的建议。" }, "关于加快公共充电桩建设的建议", title},
		{"check.phone-form.form", func(p *annotate.Proposal) { p.Deputy.Phone = "手机+86 139-0000-0001" }, "13900000001", phone},
		{"check.phone-form.form", func(p *annotate.Proposal) { p.Deputy.Phone = "办公室0395－3120001" }, "03953120001", phone},
		{"check.number-form.number", func(p *annotate.Proposal) { p.Deputy.Number = "第0101号" }, "0101", func(p *annotate.Proposal) string { return p.Deputy.Number }},
		{"check.number-form.postcode", func(p *annotate.Proposal) { p.Deputy.Postcode = "46 2000" }, "462000", func(p *annotate.Proposal) string { return p.Deputy.Postcode }},
		{"check.number-form.date", func(p *annotate.Proposal) { p.Date = "2024年2月3日" }, "2024-02-03", func(p *annotate.Proposal) string { return p.Date }},
		{"check.number-form.hour", func(p *annotate.Proposal) { p.Hour = "下午3点半" }, "15:30", func(p *annotate.Proposal) string { return p.Hour }},
		{"check.figure-differs.cited", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共充电桩680个" }, "新建公共充电桩580个", func(p *annotate.Proposal) string { return p.Cites[0].Anchor.Quote }},
		{"check.figure-differs.quoted", func(p *annotate.Proposal) { p.Body.Situation = strings.Replace(p.Body.Situation, "580", "850", 1) }, "新建公共充电桩580个", func(p *annotate.Proposal) string { return p.Body.Situation }},
		{"check.figure-differs.ascribed", func(p *annotate.Proposal) {
			p.Body.Analysis = "报告将公共充电桩定为500个，恐怕不够用。还要看分布。"
		}, "公共充电桩定为580个", func(p *annotate.Proposal) string { return p.Body.Analysis }},
		{"check.cosigner-twice.twice", func(p *annotate.Proposal) {
			p.Cosigners = []annotate.Deputy{{Name: "测试代表乙", Number: "0102"}, {Name: "测试代表丙", Number: "0103"}, {Name: "测试代表乙", Number: "0102"}}
		}, "测试代表乙测试代表丙", names},
		{"check.cosigner-twice.leader", func(p *annotate.Proposal) {
			p.Cosigners = []annotate.Deputy{{Name: "测试代表甲", Number: "0101"}, {Name: "测试代表丙", Number: "0103"}}
		}, "测试代表丙", names},
		{"check.required.empty", func(p *annotate.Proposal) { p.Open = "" }, "同意全文公开", func(p *annotate.Proposal) string { return p.Open }},
		{"check.name-title.title-in-name", func(p *annotate.Proposal) { p.Deputy.Name = "测试甲先生" }, "测试甲", func(p *annotate.Proposal) string { return p.Deputy.Name }},
		{"check.deadline.between-sessions", func(p *annotate.Proposal) { p.Form, p.When = annotate.Motion, "闭会期间" }, "建议", func(p *annotate.Proposal) string { return string(p.Form) }},
	} {
		p := wholeProposal(d)
		tt.plant(&p)
		d.draft, d.done = &p, nil
		planted := p
		var found check.Finding
		for _, f := range d.Findings() {
			if f.Key() == tt.key {
				found = f
			}
		}
		if found.Rule == "" {
			t.Errorf("%s: the planted fault is not found", tt.key)
			continue
		}
		if _, ok := d.Remedy(found); !ok {
			t.Errorf("%s: no remedy for %+v", tt.key, found)
			continue
		}
		press(t, d, d.Mend(found))
		if got := tt.read(d.draft); !strings.Contains(got, tt.want) {
			t.Errorf("%s: mended to %q, want %q", tt.key, got, tt.want)
		}
		for _, f := range d.Findings() {
			if f.Key() == found.Key() && f.Field == found.Field {
				t.Errorf("%s: still found: %+v", tt.key, f)
			}
		}
		d.draft.Body.Proposal += "后来写的。"
		d.dirty = true
		press(t, d, d.Undo())
		back := *d.draft
		if !strings.HasSuffix(back.Body.Proposal, "后来写的。") {
			t.Errorf("%s: Undo took back what was typed later", tt.key)
		}
		back.Body.Proposal, back.Changed = planted.Body.Proposal, planted.Changed
		if !reflect.DeepEqual(back, planted) {
			t.Errorf("%s: after Undo\n%+v\nwant\n%+v", tt.key, back, planted)
		}
		d.draft, d.dirty = nil, false
		if d.cancel != nil {
			d.cancel()
			d.cancel = nil
		}
	}
}

func title(p *annotate.Proposal) string { return p.Title }
func phone(p *annotate.Proposal) string { return p.Deputy.Phone }
func names(p *annotate.Proposal) string {
	all := ""
	for _, c := range p.Cosigners {
		all += c.Name
	}
	return all
}

func TestFixAllLeavesDecisionsAlone(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	p := wholeProposal(d)
	p.Form, p.Title, p.Deputy.Phone = annotate.Motion, "关于加快公共充电桩建设的提案", "手机13900000001"
	fixed, settled := d.FixAll(p)
	if fixed.Form != annotate.Motion || fixed.Title != "关于加快公共充电桩建设的议案" || fixed.Deputy.Phone != "13900000001" {
		t.Errorf("fixed: %s %s %s", fixed.Form, fixed.Title, fixed.Deputy.Phone)
	}
	if len(settled) == 0 {
		t.Error("nothing is said to be settled")
	}
	if clean, more := d.FixAll(wholeProposal(d)); len(more) > 0 || !reflect.DeepEqual(clean, wholeProposal(d)) {
		t.Errorf("a clean proposal was changed: %+v", more)
	}
}

func TestClock(t *testing.T) {
	for said, want := range map[string]string{
		"9:30": "09:30", "９：３０": "09:30", "9点": "09:00", "上午9时5分": "09:05", "下午3点半": "15:30", "22时": "22:00", "明天": "", "": "",
	} {
		if got := clock(said); got != want {
			t.Errorf("%s: %q, want %q", said, got, want)
		}
	}
}
