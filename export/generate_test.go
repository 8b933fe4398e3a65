package export

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// plainFaces is a font in which Chinese is square, everything else half as
// wide, quotation marks are narrow and 龘 is missing.
type plainFaces struct{}

func (plainFaces) Glyph(role Role, r rune) (Face, float64, bool) {
	switch {
	case r == '龘' || r >= 0xE000 && r <= 0xF8FF:
		return "", 0, false
	case strings.ContainsRune("“”‘’", r):
		return Face(role), 400, true
	case wide(r) || r == 0x3000:
		return Face(role), 1000, true
	}
	return Face(role), 500, true
}

// testReport is a piece of a report as a newspaper page holds it.
func testReport() *report.Report {
	text := "科学规划道路停车位3000个，新建公共充电桩580个，新增拆墙透绿119处。"
	return &report.Report{
		ID: "r-2024", Title: "政府工作报告", Edition: report.EditionOf(text),
		Fragment: report.Fragment{Before: "(上接01版)", After: "(下转03版)"},
		Sections: []report.Section{
			{Path: "三", Heading: "三、2024年重点工作安排"},
			{Path: "三/(四)", Heading: "(四) 注重内外兼修，提升城市品质", Paragraphs: []report.Paragraph{{ID: "r-2024/三.(四)/3", Section: "三/(四)", Text: text}}},
		},
	}
}

func findTest(id report.ID) *report.Report {
	if r := testReport(); r.ID == id {
		return r
	}
	return nil
}

// testProposal is a filled-in proposal of the given form.
func testProposal(form annotate.Form) annotate.Proposal {
	p := annotate.New("1f3a9c27-5b1d-4c3e-8f00-0123456789ab", form)
	p.Title = "关于加快公共充电桩建设的建议"
	p.Session, p.Category, p.Date = "漯河市第八届人民代表大会第三次会议", "环境与城乡建设", "2024-02-22"
	p.Host, p.Cohosts = "市发展和改革委员会", []string{"市住房和城乡建设局"}
	p.Formed, p.Contact = []string{"专题调研"}, []string{"面商"}
	p.Deputy = annotate.Deputy{Name: "测试𬭊𫍯䶮", Number: "0123", Delegation: "郾城代表团", Post: "测试学校教师", Phone: "000-0000000", Address: "测试路1号", Postcode: "462300"}
	p.Body = annotate.Body{Situation: "车多桩少。", Analysis: "（一）布局不均。老城区少。\n（二）运维不力", Proposal: "1.明确580个充电桩的分布。\n2.完好率不低于95%。"}
	r := testReport()
	para := r.Sections[1].Paragraphs[0]
	at := strings.Index(para.Text, "新建公共充电桩580个")
	a := annotate.AnchorAt(r, para, report.Span{Start: at, End: at + len("新建公共充电桩580个")})
	p.Cites = []annotate.Citation{{Anchor: a, Ask: "明确", Page: 12, Line: 3}}
	if form == annotate.Revision {
		p.Amends = []annotate.Amendment{{Anchor: a, Op: annotate.Replace, To: "新建公共充电桩800个", Reason: "缺口较大", Page: 12}}
	}
	return p
}

// words that a generated text is made of: with every kind of mark, number and
// script that deputies type.
var words = strings.Fields("我市 充电桩 建设 的 和 在 老城区 ， ， 、 。 。 ； ： “ ” （ ） 《条例》 —— …… 580个 2.6万辆 38.5% 2024年6月底前 1.3亿元 PM2.5 第3段 " +
	"https://example.invalid/a/b?c=d&e=f GDP 5G 〔2024〕 12345热线 ！ ？ 龘 𬭊 𠮷 café Ⅲ ① · 3～5年 “新基建” （一） ‘双碳’ 一带一路 ℃ ￥100 C++ e-mail: x@example.invalid 每平方公里 老旧小区改造工程")

func generated(rng *rand.Rand) annotate.Proposal {
	text := func(n int) string {
		var b strings.Builder
		for range n {
			w := words[rng.IntN(len(words))]
			b.WriteString(w)
			switch rng.IntN(40) {
			case 0:
				b.WriteByte('\n')
			case 1:
				b.WriteByte(' ')
			case 2:
				b.WriteRune(0x200B)
			}
		}
		return b.String()
	}
	p := testProposal(annotate.Forms[rng.IntN(len(annotate.Forms))])
	p.Title = "关于" + strings.ReplaceAll(text(1+rng.IntN(20)), "\n", "") + "的建议"
	p.Body = annotate.Body{Situation: text(rng.IntN(200)), Analysis: text(rng.IntN(150)), Proposal: text(rng.IntN(250))}
	for i := range rng.IntN(30) {
		p.Cosigners = append(p.Cosigners, annotate.Deputy{Name: fmt.Sprintf("测试代表%d", i), Number: fmt.Sprint(1000 + i), Delegation: text(2), Post: "测试"})
	}
	p.OpenReason = text(rng.IntN(20))
	for range rng.IntN(3) {
		p.Cites = append(p.Cites, p.Cites[0])
	}
	for i := range p.Amends {
		p.Amends[i].To, p.Amends[i].Reason = text(rng.IntN(100)), text(rng.IntN(300))
	}
	return p
}
