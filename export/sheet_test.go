package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
)

// What must be found on each form, word for word.
func TestSheetSays(t *testing.T) {
	common := []string{
		"漯河市第八届人民代表大会第三次会议", "编号：第　　　　　号", "测试𬭊𫍯䶮", "0123", "郾城代表团", "462300",
		"以下由工作人员填写", "请勿录入涉密内容，标明会后收回的材料请勿导入；涉密建议请用其他方式提交。空缺各项可用笔补填。",
		"领衔代表（签名）：" + PenDate,
	}
	for _, tt := range []struct {
		form annotate.Form
		want []string
	}{
		{annotate.Suggestion, []string{
			"代表建议", "关于加快公共充电桩建设的建议", "一、情况", "二、分析", "三、建议", "四、报告依据",
			"大会期间 2024年2月22日", "主办：市发展和改革委员会\n会办：市住房和城乡建设局",
			"■同意全文公开　□仅同意公开标题　□不同意公开",
			"■专题调研　□视察　□座谈　□走访等其他形式　□未调研",
			"■需要　□供工作研究参考，不需要书面答复", "■可以　□不可以",
			"（一）布局不均。老城区少。", "（二）运维不力",
			"1.“新建公共充电桩580个”",
			"政府工作报告 三、2024年重点工作安排 (四) 注重内外兼修，提升城市品质 第3段；诉求：明确；文本版本 " +
				testReport().Edition.Short() + "；大会印发本第12页第3行；据所附文本（报纸02版摘录），以大会印发文本为准。",
		}},
		{annotate.Motion, []string{"代表议案", "一、案由", "二、案据", "三、方案", "联名（附议）代表签名表", "亲笔签名", "10"}},
		{annotate.Revision, []string{
			"对政府工作报告的修改意见", "第1处", "□增加　□删除　■修改",
			"科学规划道路停车位3000个，新建公共充电桩580个，新增拆墙透绿119处。",
			"科学规划道路停车位3000个，新建公共充电桩800个，新增拆墙透绿119处。", "缺口较大",
		}},
	} {
		got := texts(Sheet(testProposal(tt.form), findTest, nil))
		for _, w := range append(slices.Clone(common), tt.want...) {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no %q in\n%s", tt.form, w, strings.Join(got, "\n"))
			}
		}
	}
}

// Nothing that was not typed is on the paper: no name, no number, no date.
func TestEmptySheetStaysEmpty(t *testing.T) {
	p := annotate.New("1f3a9c27-5b1d-4c3e-8f00-0123456789ab", annotate.Suggestion)
	got := strings.Join(texts(Sheet(p, nil, nil)), "\n")
	for _, bad := range []string{"2024", "%!", "<nil>", "第0", "null"} {
		if strings.Contains(got, bad) {
			t.Errorf("empty sheet says %q:\n%s", bad, got)
		}
	}
	if !strings.Contains(got, "一、情况") {
		t.Error("empty sheet lacks its headings")
	}
}

// A place may word its form differently; what it does not name stays.
func TestWordsOfAPlace(t *testing.T) {
	words := func(key string, args ...any) string {
		switch key {
		case "代表团意见":
			return "代表团审核意见"
		case "主办：%s":
			return fmt.Sprintf("建议主办：%s", args...)
		}
		return key // as a catalogue without the key does
	}
	got := texts(Sheet(testProposal(annotate.Suggestion), findTest, words))
	for _, w := range []string{"代表团审核意见", "建议主办：市发展和改革委员会\n会办：市住房和城乡建设局", "领衔代表"} {
		if !slices.Contains(got, w) {
			t.Errorf("no %q", w)
		}
	}
}

// Which page of a newspaper a fragment was is read off its own words.
func TestReserve(t *testing.T) {
	for _, tt := range []struct{ before, after, want string }{
		{"(上接01版)", "(下转03版)", "据所附文本（报纸02版摘录），以大会印发文本为准"},
		{"", "(下转02版)", "据所附文本（报纸01版摘录），以大会印发文本为准"},
		{"（上接第3版）", "", "据所附文本（报纸04版摘录），以大会印发文本为准"},
		{"(上接01版)", "(下转05版)", "据所附文本（节录），以大会印发文本为准"},
		{"(上接前文)", "", "据所附文本（节录），以大会印发文本为准"},
		{"", "", ""},
	} {
		r := testReport()
		r.Fragment.Before, r.Fragment.After = tt.before, tt.after
		s := &sheet{}
		if got := s.reserve(r); got != tt.want {
			t.Errorf("%q, %q: %q, want %q", tt.before, tt.after, got, tt.want)
		}
	}
}

func TestFileName(t *testing.T) {
	for _, tt := range []struct {
		form        annotate.Form
		title, name string
		want        string
	}{
		{"建议", "关于充电桩的建议", "测试代表甲", "建议_关于充电桩的建议_测试代表甲.pdf"},
		{"议案", "关于“A/B”类<试点>的议案?", "测试𬭊", "议案_关于“A_B”类_试点_的议案__测试𬭊.pdf"},
		{"建议", "", "", "建议.pdf"},
		{"建议", "换\n行", "", "建议_换_行.pdf"},
		{"", "con", "", "建议_con.pdf"},
		{"", "NUL.提纲", "", "建议_NUL.提纲.pdf"},
		{"", "以点结尾的题目. . ", "", "以点结尾的题目.pdf"},
		{"建议", strings.Repeat("长", 100), "测试代表甲", "建议_" + strings.Repeat("长", 64) + ".pdf"},
	} {
		p := annotate.Proposal{Form: tt.form, Title: tt.title}
		p.Deputy.Name = tt.name
		if got := FileName(p); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.title, got, tt.want)
		}
	}
}

// The paper carries the hash of the item in the packet, so that a paper and a
// file can be told to be the same.
func TestDigestIsThatOfThePacket(t *testing.T) {
	p := testProposal(annotate.Suggestion)
	p.State = annotate.Final
	packet, err := NewPacket("测试", []annotate.Proposal{p})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Digest(p), packet.Manifest.Items[0].SHA256; got != want {
		t.Errorf("%s, the packet says %s", got, want)
	}
	if got := Code(p); got != "1F3A-9C27/1" {
		t.Errorf("code %s", got)
	}
}

// What goes is in [ ], what comes in { }.
func TestDiff(t *testing.T) {
	for _, tt := range []struct{ was, becomes, want string }{
		{"新建充电桩580个，新增", "新建充电桩800个，新增", "新建充电桩[580个]{800个}，新增"},
		{"增长6%左右", "增长6%以上", "增长6%[左右]{以上}"},
		{"推进建设。", "加快推进建设。", "{加快}推进建设。"},
		{"全面加快推进", "推进", "[全面加快]推进"},
		{"同", "同", "同"},
		{"", "新", "{新}"},
		{"改善道路，保障供水，提升绿化", "改善公路，保障供电，提升绿化", "改善[道]{公}路，保障供[水]{电}，提升绿化"},
	} {
		var b strings.Builder
		for _, s := range Diff(tt.was, tt.becomes) {
			b.WriteString([]string{s.Text, "[" + s.Text + "]", "{" + s.Text + "}"}[s.Mark])
		}
		if got := b.String(); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}

func TestLeadOf(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"（一）加快建设。要尽快。", "（一）加快建设。"},
		{"（十二）运维不力", "（十二）运维不力"},
		{"(三)电力配套：增容", "(三)电力配套："},
		{"（此件公开）", ""},
		{"一、情况", ""},
		{"（一）" + strings.Repeat("长", 50), ""},
	} {
		if got := leadOf(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}
