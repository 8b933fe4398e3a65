package transcribe

import (
	"fmt"
	"strings"
	"testing"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/rules"
)

func TestLabels(t *testing.T) {
	for text, want := range map[string]string{
		"代 表 姓 名": "deputy.name true", "代表\n姓名": "deputy.name true", "一、建议标题：": "title true", "工作单位及职务（必填）": "deputy.post true",
		"联系电话（手机）": "deputy.phone true", "（二）存在的问题": "body.analysis true", "建议者姓名": "deputy.name false", "拟请主办的单位": "host false",
		"以代表团名义": " false", "沙河区代表团": " false", "代表姓名：赵测试": " false", "☑公开": " false", "修好护栏。": " false", "": " false",
	} {
		field, exact := labelOf(text)
		if got := fmt.Sprint(field, " ", exact); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for line, want := range map[string]string{
		"姓 名 ： 秦样式　　证 号 ： 0823":        "deputy.name=秦样式|deputy.number=0823",
		"案　　由：＿＿关于修路的建议＿＿":             "title=关于修路的建议",
		"代表姓名____赵测试____ 证号____0101__": "deputy.name=赵测试|deputy.number=0101",
		"姓名 赵测试 证号 0101":               "deputy.name=赵测试|deputy.number=0101",
		"领衔代表：赵测试（0101）":               "deputy.name=赵测试（0101）",
		"情况：修路五条，问题：没有。":               "body.situation=修路五条，问题：没有。",
		"我有三点建议：第一条":                   "=我有三点建议：第一条",
		"代 表 议 案":                      "=代 表 议 案",
	} {
		var got []string
		for _, it := range lined(line) {
			got = append(got, it.field+"="+it.value)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2024年2月21日": "2024-02-21", "2024 年 2 月 3 日": "2024-02-03", "２０２４．２．２１": "2024-02-21", "2024/02/21": "2024-02-21", "20240221": "2024-02-21",
		"二〇二四年二月二十一日": "2024-02-21", "二○二四年十二月十日": "2024-12-10", "2024年13月1日": "", "年　月　日": "", "0395-3130001": "",
	} {
		if got, _ := dateOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := hourOf("9时30分"); got != "09:30" {
		t.Errorf("hour %q", got)
	}
}

func TestBoxes(t *testing.T) {
	for text, want := range map[string]string{
		"☑甲 □乙": "甲✓ 乙", "是 ☑　否 ☐": "是✓ 否", "(√)甲 ( )乙": "甲✓ 乙", "□√甲 □乙": "甲✓ 乙", "○甲 ●乙": "甲 乙✓", "[x]甲[ ]乙": "甲✓ 乙", "甲 乙": "", "☑甲 \uFFFD乙": "甲✓ 乙",
	} {
		var got []string
		for _, o := range optionsOf(text) {
			mark := ""
			if o.ticked {
				mark = "✓"
			}
			got = append(got, o.text+mark)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}

// paper is a leaf of paragraphs.
func paper(lines ...string) intake.Leaf {
	var leaf intake.Leaf
	for _, l := range lines {
		leaf.Blocks = append(leaf.Blocks, intake.Block{Text: l})
	}
	return leaf
}

// What is not on the paper is not made up, and what contradicts itself is not
// sure.
func TestNothingIsMadeUp(t *testing.T) {
	r := Read(paper("关于修路的建议", "姓名：赵测试　姓名：钱样张", "是否公开：□是 □否", "正文：", "路坏了。", "建议修。"), rules.Default())[0]
	p := r.Proposal
	if p.Open != "" || p.Repeated != "" || p.Reply != "" || p.Category != "" || p.Deputy.Number != "" || p.Cosign {
		t.Errorf("made up: %+v", p)
	}
	why := map[string]Guess{}
	for _, g := range r.Guesses {
		why[g.Field] = g
	}
	for field, want := range map[string]Why{"deputy.name": Twice, "open": Unticked, "deputy.number": Missing, "title": Shaped, "body.proposal": Split} {
		if g := why[field]; g.Why != want || g.Sure != (field == "title") {
			t.Errorf("%s: %+v, want %s", field, g, want)
		}
	}
	if r.Certain() {
		t.Error("a reading with guesses is certain")
	}
}

// No text of any shape makes the reader stumble, and no sentence of the text is
// lost: it stands in the body, in a field, or is left over by name.
func FuzzRead(f *testing.F) {
	f.Add("关于修路的建议\n代表姓名：赵测试\n情况：坏了。\n建议：修。")
	f.Add("标题\t关于修路的建议\n内容\t路坏了。\n为此建议：\n1.修。\n2.管。\n赵测试\n2024年2月21日")
	f.Add("(((\n：：：\n____\n□□■\n一、\n（一）")
	f.Fuzz(func(t *testing.T, text string) {
		leaf, err := intake.Open("a.txt", []byte(text))
		if err != nil {
			return
		}
		for _, r := range Read(leaf, nil) {
			for _, g := range r.Guesses {
				if g.Why == "" || g.Sure && g.Why != Labelled && g.Why != Ticked && g.Why != Shaped {
					t.Errorf("%+v", g)
				}
			}
		}
	})
}
