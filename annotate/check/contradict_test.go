package check

import (
	"testing"

	"deputydesk/annotate"
)

// asks is a proposal of one deputy that asks something of words of the report.
func asks(t *testing.T, id string, ask annotate.Ask, quote string) annotate.Proposal {
	p := example(t)
	p.ID, p.Title = annotate.ProposalID(id), "关于"+id+"的建议"
	p.Cites[0].Ask, p.Cites[0].Target = ask, ""
	p.Cites[0].Anchor.Quote = quote
	p.Bind(shelf)
	return p
}

// amends is a 修改意见 of the same deputy.
func amends(t *testing.T, op annotate.Op, quote, to string) annotate.Proposal {
	p := asks(t, "修改", "", quote)
	p.Form, p.Title = annotate.Revision, "关于政府工作报告的修改意见"
	p.Amends = []annotate.Amendment{{Anchor: p.Cites[0].Anchor, Op: op, To: to, Reason: "便于检查"}}
	p.Cites = nil
	return p
}

func TestWhatOneDeputyCannotAskTogether(t *testing.T) {
	const quote, other = "新建公共充电桩580个", "新改户厕6000户"
	raise := asks(t, "甲", "提高", quote)
	stranger := asks(t, "乙", "降低", quote)
	stranger.Deputy.Number, stranger.Deputy.Name = "0999", "测试代表癸"
	recalled := asks(t, "丙", "降低", quote)
	recalled.State = annotate.Recalled
	blank := asks(t, "丁", "降低", quote)
	blank.Deputy = annotate.Deputy{}
	for _, tt := range []struct {
		name  string
		other annotate.Proposal
		want  string
	}{
		{"raise and lower", asks(t, "乙", "降低", quote), "提高 降低 关于乙的建议"},
		{"a longer quotation", asks(t, "乙", "降低", "科学规划道路停车位3000个，新建公共充电桩580个"), "提高 降低 关于乙的建议"},
		{"both raise", asks(t, "乙", "提高", quote), ""},
		{"another target", asks(t, "乙", "降低", other), ""},
		{"make clear", asks(t, "乙", "明确", quote), ""},
		{"another deputy", stranger, ""},
		{"recalled", recalled, ""},
		{"no deputy named yet", blank, "提高 降低 关于丁的建议"},
		{"an amendment lowers", amends(t, annotate.Replace, quote, "新建公共充电桩480个"), "提高 降低 关于政府工作报告的修改意见"},
		{"an amendment raises", amends(t, annotate.Replace, quote, "新建公共充电桩800个"), ""},
		{"an amendment strikes out", amends(t, annotate.Delete, quote, ""), "提高 删 关于政府工作报告的修改意见"},
		{"an amendment adds", amends(t, annotate.Insert, quote, "，其中乡镇不少于100个"), ""},
	} {
		got := ""
		for _, f := range Together(raise, []annotate.Proposal{raise, tt.other}) {
			got += f.Args["one"] + " " + f.Args["two"] + " " + f.Args["title"]
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWhatOneSheetCannotAskTogether(t *testing.T) {
	twice := asks(t, "甲", "提高", "新建公共充电桩580个")
	twice.Cites = append(twice.Cites, twice.Cites[0])
	twice.Cites[1].Ask = "降低"
	fine := asks(t, "甲", "提高", "新建公共充电桩580个")
	fine.Cites = append(fine.Cites, fine.Cites[0])
	fine.Cites[1].Ask = "明确"
	reworded := amends(t, annotate.Replace, "新建公共充电桩580个", "新建公共充电桩680个")
	reworded.Amends = append(reworded.Amends, reworded.Amends[0])
	reworded.Amends[1].To = "新建公共充电桩700个"
	for _, tt := range []struct {
		name string
		p    annotate.Proposal
		want string
	}{
		{"raise and lower", twice, "warning asks-contradict cite[1].ask here"},
		{"raise and make clear", fine, ""},
		{"reworded in two ways", reworded, "warning asks-contradict amendment[1].op reworded"},
	} {
		got := ""
		for _, f := range check(tt.p) {
			if f.Rule == AsksContradict {
				got += line(f)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
