package intake

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// planText is a report of 2024 of a city whose plan has the paragraphs of text.
func planText(text string) *report.Report {
	r := &report.Report{Year: 2024, Title: "测试市政府工作报告", Sections: []report.Section{{Path: "三", Heading: "三、2024年重点工作"}}}
	for i, t := range strings.Split(text, "\n") {
		id := report.ParagraphID(fmt.Sprintf("r/三/%d", i+1))
		r.Sections[0].Paragraphs = append(r.Sections[0].Paragraphs, report.Paragraph{ID: id, Section: "三", Text: t})
	}
	return r
}

// doubtRows has a row at least for each rule, and what each leaves alone.
var doubtRows = []struct{ rule, text, want string }{
	{"doubled", "抓好公园提升提升工程。", "提升提升→提升 doubled"},
	{"doubled", "统筹基础设施设施建设，实现更可可持续就业，推进教育体制改革推进教育体制改革。",
		"设施设施→设施 doubled；可可→可 doubled；推进教育体制改革推进教育体制改革→推进教育体制改革 doubled"},
	{"doubled", "人人有责、稳稳当当，家家户户，高高兴兴，一个一个地办，以盈利为目的的企业，生产产品，重要要素。", ""},
	{"doubled", "哈哈哈哈，三三两两，就业创业创新，为了了解情况。", ""},
	{"latin", "面对空气质量 and 水污染防治，建设the城市，安排资金25l亿元。", "and→ stray；the→ stray；25l→251 unlikely"},
	{"latin", "平均浓度低于42微克，安装 app 软件 5 km 以内，与 GDP 同步，PM2.5下降，发展VR产业。", ""},
	{"reference", "贯彻党的二十六、二十届二中全会精神，学习二十届九中全会精神。", "党的二十六→ impossible；二十届九中全会→ impossible"},
	{"reference", "谋划“十九五”规划和“三十五”规划，市八届人民代表大会第二十次会议，2月31日前完成，到20245年。",
		"“十九五”→ impossible；“三十五”→ impossible；人民代表大会第二十次会议→ impossible；，2月31日→ impossible；20245年→ impossible"},
	{"reference", "党的二十大和二十届二中全会，“十四五”规划，十一届三中全会，十四届全国人大二次会议，到2035年，党的十项主张。", ""},
	{"order", "一是抓项目。二是抓环境。四是抓队伍。", "四→三 order"},
	{"order", "一要快，二要稳，二要准，四要好。", "二→三 order"},
	{"order", "（一）抓工业。\n（二）抓农业。\n（五）抓商业。\n（四）抓旅游。", "五→三 order"},
	{"order", "第一，改革。第三，开放。", "三→二 order"},
	{"order", "一是快。二是好。一是稳。二是准。第一产业和第二产业，六是六、七是七。", "六→三 order"},
	{"phrase", "坚持以人民为中的发展思想，推进供给侧结性改革，城镇登记业率下降。",
		"以人民为中的发展思想→以人民为中心的发展思想 missing；供给侧结性改革→供给侧结构性改革 missing；城镇登记业率→城镇登记失业率 missing"},
	{"phrase", "坚持以人民为中心，改革放宽准入，有企业反映，公共服务业，加快西部开发。", ""},
	{"repeated", strings.Repeat("建设金色麦田大走廊，", 5) + "开放金色麦大走廊。", "金色麦大走廊→金色麦田大走廊 missing"},
	{"figure", "发放小额贷款1000万户2500万元，自来水覆盖率980%，修路20亿公里，浓度下降3万个百分点。",
		"1000万户2500万元→ unlikely；980%→ unlikely；20亿公里→ unlikely；3万个百分点→ unlikely"},
	{"figure", "补助标准由30元提高到50万元，低保标准每人每月提高到63万元。", "30元提高到50万元→ unlikely；63万元→ unlikely"},
	{"figure", "完成投资30亿元，其中中央资金20万亿元。地区生产总值达到1800亿元，安排棚改9万亿元。",
		"30亿元，其中中央资金20万亿元→ unlikely；9万亿元→ unlikely"},
	{"figure", "新增贷款30亿元，其中小微企业20亿元，增长120%，补助标准由30元提高到50元，100户2500万元，贷款余额9000亿元。", ""},
	{"marks", "落实“一带一路倡议，抓好项目）建设，，推进改革。", "“→ missing；）→ missing；，，→， doubled"},
	{"marks", "落实“一带一路”倡议（含《纲要》）。", ""},
}

// sayDoubts writes the doubts of r as a reviewer reads them.
func sayDoubts(t *testing.T, r *report.Report) string {
	var all []string
	for _, d := range Doubts(r) {
		p, ok := r.Paragraph(d.Paragraph)
		if !ok || d.Heading == "" && d.Span.Of(p.Text) != d.Text {
			t.Errorf("%+v does not stand there", d)
		}
		all = append(all, d.Text+"→"+d.Suggestion+" "+string(d.Why))
	}
	return strings.Join(all, "；")
}

func TestDoubts(t *testing.T) {
	tested := map[string]bool{}
	for _, tt := range doubtRows {
		tested[tt.rule] = true
		if s := sayDoubts(t, planText(tt.text)); s != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.rule, tt.text, s, tt.want)
		}
	}
	for _, r := range doubtRules {
		if !tested[r.name] || r.says == "" {
			t.Errorf("rule %s has no row or no sentence", r.name)
		}
	}
}

// A doubtful heading is told at the first paragraph below it.
func TestHeadingOutOfOrder(t *testing.T) {
	r := &report.Report{}
	for _, o := range []string{"一", "二", "四"} {
		path := report.Path("三/(" + o + ")")
		r.Sections = append(r.Sections, report.Section{Path: path, Heading: "（" + o + "）抓好工作", Paragraphs: []report.Paragraph{{ID: report.ParagraphID("r/" + o), Section: path, Text: "办实事。"}}})
	}
	all := Doubts(r)
	if len(all) != 1 || all[0].Heading != "三/(四)" || all[0].Paragraph != "r/四" || all[0].Text != "四" || all[0].Suggestion != "三" {
		t.Errorf("doubts are %+v", all)
	}
}

// Two characters that meet once mean something in a long text only.
func TestEdgeOfAPhraseNeedsALongText(t *testing.T) {
	broken := "巩固首都革开放成果。"
	if s := sayDoubts(t, planText(broken)); s != "" {
		t.Errorf("short text: %s", s)
	}
	if s := sayDoubts(t, planText(strings.Repeat("办好每一件实事，让大家满意。", 600)+broken)); s != "革开放→改革开放 missing" {
		t.Errorf("long text: %q", s)
	}
}

func TestEveryLineAboutDoubtsIsWhole(t *testing.T) {
	kinds := map[string]bool{}
	for _, k := range DoubtKinds {
		kinds[string(k)] = true
	}
	for _, list := range []struct {
		name, lines string
		whole       func(f []string) bool
	}{
		{"doubts.txt", doubtLines, func(f []string) bool { return len(f) == 3 && f[0] != "" && f[0] != f[1] && kinds[f[2]] }},
		{"doubtunits.txt", unitLines, func(f []string) bool {
			return len(f) >= 2 && positive(f[1]) && (len(f) == 2 || len(f) == 3 && f[2] == "wide")
		}},
		{"doubtsizes.txt", sizeLines, func(f []string) bool {
			return len(f) == 5 && f[0] != "" && unitBounds()[f[1]].most > 0 && positive(f[2]) && positive(f[3]) && (f[4] == "nation" || f[4] == "each")
		}},
	} {
		for line := range strings.Lines(list.lines) {
			line = strings.TrimSuffix(line, "\n")
			if line != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "@") && !list.whole(strings.Split(line, "\t")) {
				t.Errorf("%s: line %q is not whole", list.name, line)
			}
		}
	}
}

func positive(s string) bool {
	v, err := strconv.ParseFloat(s, 64)
	return err == nil && v > 0
}

// Every doubt stands where it says, none overlap, and the text stays.
func FuzzDoubts(f *testing.F) {
	for _, r := range doubtRows {
		f.Add(r.text)
	}
	f.Add("“《（99999999999999999999999999999万亿元第十十，一是\xff是是")
	f.Fuzz(func(t *testing.T, text string) {
		r := planText(text)
		end, in := 0, report.ParagraphID("")
		for _, d := range Doubts(r) {
			p, ok := r.Paragraph(d.Paragraph)
			if !ok || d.Span.Of(p.Text) != d.Text && d.Heading == "" {
				t.Errorf("%+v does not stand in %q", d, p.Text)
			}
			if d.Paragraph == in && d.Span.Start < end {
				t.Errorf("%+v overlaps the one before", d)
			}
			if d.Suggestion == d.Text {
				t.Errorf("%+v suggests what stands there", d)
			}
			in, end = d.Paragraph, d.Span.End
		}
	})
}
