package check

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/seeds"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
	"deputydesk/seeds/target"
)

func shelf(id report.ID) *report.Report {
	for _, r := range seeds.Bundled() {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// targets is what a report commits to.
func targets(id report.ID) []target.Target {
	if id != "luohe-2024" {
		return nil
	}
	return luohe()
}

var luohe = sync.OnceValue(func() []target.Target { return target.Targets(seeds.Luohe()) })

// example is the proposal that comes with the program; it is without fault.
func example(t testing.TB) annotate.Proposal {
	t.Helper()
	p, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		t.Fatal(err)
	}
	p.Bind(shelf)
	return p
}

func check(p annotate.Proposal) []Finding {
	return Proposal(p, rules.Default(), shelf, targets)
}

// line writes a finding as one line of a table.
func line(f Finding) string {
	return fmt.Sprintf("%s %s %s %s", f.Severity, f.Rule, f.Field, f.Code)
}

func lines(all []Finding) string {
	var b strings.Builder
	for _, f := range all {
		b.WriteString(line(f) + fmt.Sprint(f.Args) + "\n")
	}
	return b.String()
}

func TestExampleIsWithoutFault(t *testing.T) {
	if got := check(example(t)); len(got) != 0 {
		t.Errorf("found\n%s", lines(got))
	}
}

// plants plant one fault each in the example; the finding it gives is named.
var plants = []struct {
	name  string
	plant func(p *annotate.Proposal)
	want  string
}{
	{"no number of the deputy", func(p *annotate.Proposal) { p.Deputy.Number = " " }, "error required deputy.number empty"},
	{"no telephone", func(p *annotate.Proposal) { p.Deputy.Phone = "" }, "error required deputy.phone empty"},
	{"no postcode", func(p *annotate.Proposal) { p.Deputy.Postcode = "" }, "warning required deputy.postcode empty"},
	{"how it came about", func(p *annotate.Proposal) { p.Formed = nil }, "error required formed empty"},
	{"not public, no reason", func(p *annotate.Proposal) { p.Open = "不同意公开" }, "error required open_reason empty"},
	{"earlier number", func(p *annotate.Proposal) { p.Repeated = "三年" }, "warning required earlier_number empty"},
	{"a box the sheet has not", func(p *annotate.Proposal) { p.Reply = "随便" }, "error required reply not-offered"},
	{"title without form", func(p *annotate.Proposal) { p.Title = "加快公共充电桩建设" }, "error title-form title form"},
	{"title begs", func(p *annotate.Proposal) { p.Title = "关于请求建设公共充电桩的建议" }, "warning title-form title avoid"},
	{"title too long", func(p *annotate.Proposal) {
		p.Title = "关于加快" + strings.Repeat("充电桩", 20) + "建设的建议"
	}, "warning title-form title long"},
	{"no analysis", func(p *annotate.Proposal) { p.Body.Analysis = "\n" }, "error three-parts body.analysis empty"},
	{"hardly an analysis", func(p *annotate.Proposal) { p.Body.Analysis = "管护脱节。" }, "warning three-parts body.analysis short"},
	{"ten digits", func(p *annotate.Proposal) { p.Deputy.Phone = "1390000000" }, "error phone-form deputy.phone form"},
	{"letters in the number", func(p *annotate.Proposal) { p.Deputy.Number = "第108号" }, "error number-form deputy.number number"},
	{"five digits", func(p *annotate.Proposal) { p.Deputy.Postcode = "46200" }, "warning number-form deputy.postcode postcode"},
	{"no such day", func(p *annotate.Proposal) { p.Date = "2024-02-30" }, "error number-form date date"},
	{"words not in the report", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共换电站若干座" }, "error quote-missing cite[0].quote absent"},
	{"no such report", func(p *annotate.Proposal) { p.Cites[0].Anchor.Report = "luohe-1999" }, "error quote-missing cite[0].report no-report"},
	{"empty quote", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "" }, "error quote-missing cite[0].quote empty"},
	{"no such target", func(p *annotate.Proposal) { p.Cites[0].Target = "t-0" }, "warning quote-missing cite[0].target no-target"},
	{"said of the report", func(p *annotate.Proposal) { p.Body.Analysis += "报告提出“大力发展飞行汽车产业”。" }, "warning quote-missing body.analysis absent-in-text"},
	{"cited figure", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共充电桩680个" }, "error figure-differs cite[0].quote cited"},
	{"quoted figure", func(p *annotate.Proposal) { p.Body.Analysis += "报告提出“新建公共充电桩850个”。" }, "error figure-differs body.analysis quoted"},
	{"ascribed figure", func(p *annotate.Proposal) { p.Body.Analysis += "报告将公共充电桩定为500个。" }, "error figure-differs body.analysis ascribed"},
	{"ascribed in 万", func(p *annotate.Proposal) { p.Body.Analysis += "报告提出城镇新增就业2.5万人。" }, "error figure-differs body.analysis ascribed"},
	{"co-signer without a name", func(p *annotate.Proposal) { p.Cosigners = []annotate.Deputy{{Number: "0109"}} }, "error cosigners cosigner[0].name nameless"},
	{"an ask that is not offered", func(p *annotate.Proposal) { p.Cites[0].Ask = "取消" }, "error required cite[0].ask not-offered"},
	{"an amendment without words", amend(annotate.Insert, ""), "error required amendment[0].to empty"},
	{"an amendment that changes nothing", amend(annotate.Replace, "新建公共充电桩580个"), "error required amendment[0].to unchanged"},
	{"an amendment of another kind", amend("换", "x"), "error required amendment[0].op not-offered"},
	{"title of a sentence", func(p *annotate.Proposal) { p.Title = "关于充电桩。关于停车的建议" }, "warning title-form title sentence"},
	{"two sections of the report", func(p *annotate.Proposal) {
		p.Cites = append(p.Cites, annotate.Citation{Anchor: annotate.Anchor{Report: "luohe-2024", Quote: "新改户厕6000户"}})
		p.Bind(shelf)
	}, "hint one-matter cites sections"},
	{"measures in one breath", func(p *annotate.Proposal) {
		p.Body.Proposal = strings.Repeat("加快充电桩建设，方便群众出行，明确管护单位，公布点位清单。", 12)
	}, "hint measures-share body.proposal unnumbered"},
	{"hardly a text", func(p *annotate.Proposal) {
		p.Body = annotate.Body{Situation: "充电桩不够用，群众不方便。", Analysis: "布局不合理，管护不到位。", Proposal: "请加快建设充电桩，并明确管护。"}
	}, "warning length body short"},
	{"measures of two kinds", func(p *annotate.Proposal) {
		p.Body.Proposal += "同时改善道路、公交、物业和供水，加强学校、医院、文化和体育工作，关心教师和学生。"
	}, "hint one-matter body categories"},
	{"four attachments", func(p *annotate.Proposal) { p.Attachments = make([]string, 4) }, "warning length attachments attachments"},
	{"words of a lawsuit", func(p *annotate.Proposal) { p.Body.Analysis += "此事已经一审判决。" }, "hint excluded body.analysis confirm"},
	{"the deputy co-signs", func(p *annotate.Proposal) { p.Cosigners = []annotate.Deputy{p.Deputy} }, "error cosigner-twice cosigner[0].name leader"},
	{"the host co-hosts", func(p *annotate.Proposal) { p.Cohosts = []string{"市发展和改革委员会"} }, "warning too-many-units cohosts twice"},
	{"a unit nobody knows", func(p *annotate.Proposal) { p.Cohosts = []string{"市充电桩局"} }, "hint name-title cohosts unknown-unit"},
	{"a greeting", func(p *annotate.Proposal) { p.Body.Situation = "尊敬的各位代表：" + p.Body.Situation }, "warning wording body.situation leave-out"},
	{"half a number", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共充电桩58" }, "error figure-differs cite[0].quote cited"},
	{"hour in words", func(p *annotate.Proposal) { p.Hour = "九点" }, "error number-form hour hour"},
	{"earlier number in words", func(p *annotate.Proposal) { p.EarlierNumber = "去年那件" }, "warning number-form earlier_number earlier"},
}

// amend makes the proposal a 修改意见 with one amendment.
func amend(op annotate.Op, to string) func(p *annotate.Proposal) {
	return func(p *annotate.Proposal) {
		p.Form, p.Title = annotate.Revision, "关于政府工作报告的修改意见"
		p.Amends = []annotate.Amendment{{Anchor: p.Cites[0].Anchor, Op: op, To: to, Reason: "便于年底对照检查"}}
	}
}

func TestOneFaultOneFinding(t *testing.T) {
	for _, tt := range plants {
		p := example(t)
		tt.plant(&p)
		got := check(p)
		if len(got) != 1 || line(got[0]) != tt.want {
			t.Errorf("%s: want %s, found\n%s", tt.name, tt.want, lines(got))
		}
	}
}

func TestWhatIsNoFault(t *testing.T) {
	for _, tt := range []struct {
		name  string
		plant func(p *annotate.Proposal)
	}{
		{"full-width telephone", func(p *annotate.Proposal) { p.Deputy.Phone = "１３９００００００００" }},
		{"two telephones", func(p *annotate.Proposal) { p.Deputy.Phone = "0395-3130000、13900000000" }},
		{"telephone with blanks", func(p *annotate.Proposal) { p.Deputy.Phone = "139 0000 0000" }},
		{"telephone as on a card", func(p *annotate.Proposal) { p.Deputy.Phone = "+86 139-0000-0000（微信同号）" }},
		{"area code in brackets", func(p *annotate.Proposal) { p.Deputy.Phone = "（0395）3130000转8001；13900000000" }},
		{"the figure in numerals", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共充电桩五百八十个" }},
		{"the figure in plain digits", func(p *annotate.Proposal) { p.Body.Analysis += "报告提出“城镇新增就业30000人以上”。" }},
		{"what the people say", func(p *annotate.Proposal) {
			p.Body.Analysis += "报告提出了目标，群众说“盼了好多年总算有了盼头”。"
		}},
		{"another report", func(p *annotate.Proposal) {
			p.Body.Analysis += "据调研报告指出，“社区充电服务半径过大”，公共充电桩现有320个。"
		}},
		{"a figure of last year", func(p *annotate.Proposal) {
			p.Body.Analysis += "去年新建公共充电桩400个。邻市的报告提出“新建公共充电桩900个”。"
		}},
		{"what we want instead", func(p *annotate.Proposal) {
			p.Body.Proposal += "建议将新建公共充电桩580个提高到800个。"
		}},
		{"the title in the report", func(p *annotate.Proposal) { p.Body.Situation += "深入贯彻习近平总书记重要讲话精神。" }},
		{"a telephone in the text", func(p *annotate.Proposal) {
			p.Body.Situation += "热线0395-12345678，2024年2月22日至23日受理580件。"
		}},
		{"quote with a line break", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共\n充电桩 580个" }},
		{"quote with wide digits", func(p *annotate.Proposal) { p.Cites[0].Anchor.Quote = "新建公共充电桩５８０个" }},
		{"our own figure", func(p *annotate.Proposal) { p.Body.Proposal += "建议将公共充电桩增加到800个。" }},
		{"the same figure otherwise", func(p *annotate.Proposal) { p.Body.Analysis += "报告提出城镇新增就业30000人。" }},
		{"a programme's name", func(p *annotate.Proposal) { p.Body.Analysis += "报告提出的“桩联网”很好。" }},
	} {
		p := example(t)
		tt.plant(&p)
		if got := check(p); len(got) != 0 {
			t.Errorf("%s: found\n%s", tt.name, lines(got))
		}
	}
}

// What the text says of a target in the report's own words is right; with
// another number it is wrong.
func TestSentencesAboutTargets(t *testing.T) {
	wrong, caught, changed := 0, 0, 0
	all := targets("luohe-2024")
	c := &checker{pack: rules.Default(), find: shelf, targets: targets, rule: FigureDiffers}
	figures := func(p annotate.Proposal) []Finding {
		c.p, c.found = p, nil
		c.figures()
		return c.found
	}
	for _, tg := range all {
		p := example(t)
		p.Body.Analysis += "报告提出" + tg.Quote + "。"
		for _, f := range figures(p) {
			if f.Rule == FigureDiffers {
				wrong++
				t.Logf("false: %s %v", tg.Quote, f.Args)
			}
		}
		p = example(t)
		other := strings.Map(func(r rune) rune {
			if r >= '1' && r <= '8' {
				return r + 1
			}
			return r
		}, tg.Quote)
		if other == tg.Quote || tg.Kind != target.Quantified {
			continue
		}
		changed++
		p.Body.Analysis += "报告提出“" + other + "”。"
		for _, f := range figures(p) {
			if f.Rule == FigureDiffers {
				caught++
				other = ""
				break
			}
		}
		if other != "" {
			t.Logf("missed: %s", other)
		}
	}
	t.Logf("%d targets, %d false findings; %d of %d changed figures found", len(all), wrong, caught, changed)
	if 50*wrong > len(all) || 100*caught < 95*changed {
		t.Errorf("%d of %d right figures were doubted, %d of %d wrong ones found", wrong, len(all), caught, changed)
	}
}

func TestMotionNeedsTenWithTheFirstAuthor(t *testing.T) {
	motion := func(cosigners int) annotate.Proposal {
		p := example(t)
		p.Form, p.Title, p.MotionType, p.Hour = annotate.Motion, "关于检查充电设施条例实施情况的议案", "监督", "09:30"
		for i := range cosigners {
			p.Cosigners = append(p.Cosigners, annotate.Deputy{Name: "测试代表" + string(rune('甲'+i)), Number: fmt.Sprint(200 + i), Delegation: "示例代表团"})
		}
		return p
	}
	few := func(p annotate.Proposal) string {
		for _, f := range check(p) {
			if f.Rule == Cosigners {
				return f.Code + f.Args["signers"]
			}
		}
		return ""
	}
	twice := motion(9)
	twice.Cosigners[8] = twice.Cosigners[0]
	delegation := motion(0)
	delegation.AsDelegation = true
	suggestion := motion(0)
	suggestion.Form = annotate.Suggestion
	for _, tt := range []struct {
		name string
		p    annotate.Proposal
		want string
	}{
		{"nine others", motion(9), ""},
		{"eight others", motion(8), "few9"},
		{"nobody else", motion(0), "few1"},
		{"one of the nine twice", twice, "few9"},
		{"a delegation", delegation, ""},
		{"a suggestion", suggestion, ""},
	} {
		if got := few(tt.p); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Every finding has words in both languages, without a gap left open.
func TestEveryFindingHasWords(t *testing.T) {
	for _, locale := range []string{assets.Chinese, assets.English} {
		w := assets.Language(locale)
		for _, f := range everyFinding(t) {
			text := f.Text(w.Text)
			if strings.ContainsAny(text, "{}⟦") {
				t.Errorf("%s %s: %q", locale, f.Key(), text)
			}
		}
	}
}

// everyFinding is what the planted faults and some motions give.
func everyFinding(t *testing.T) []Finding {
	t.Helper()
	var found []Finding
	for _, tt := range plants {
		p := example(t)
		tt.plant(&p)
		found = append(found, check(p)...)
	}
	paths, err := filepath.Glob("testdata/faults/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		p, _ := file(t, path)
		found = append(append(found, check(p)...), Glyphs(p, bmp)...)
	}
	found = append(found, Together(asks(t, "甲", "提高", "新建公共充电桩580个"), []annotate.Proposal{asks(t, "乙", "降低", "新建公共充电桩580个")})...)
	pack := *rules.Default()
	pack.Level = "乡镇"
	pack.Deadlines.Motion, pack.Deadlines.Suggestion = "2024-02-22 12:00", "2024-02-21 18:00"
	for _, m := range []struct {
		form annotate.Form
		hour string
	}{{annotate.Motion, ""}, {annotate.Motion, "12:30"}, {annotate.Suggestion, ""}} {
		p := example(t)
		p.Form, p.Hour, p.AsDelegation = m.form, m.hour, true
		found = append(found, Proposal(p, &pack, shelf, targets)...)
	}
	p := annotate.New("", annotate.Motion)
	p.Body.Proposal = "一事"
	p.Signatures = []annotate.Signature{{Who: annotate.Deputy{Name: "测试代表乙"}, Text: "别的文字"}}
	return append(found, check(p)...)
}

// Every sentence of the catalogue is one that some finding says.
func TestNoWordsWithoutFinding(t *testing.T) {
	said := map[string]bool{}
	for _, f := range everyFinding(t) {
		said[f.Key()] = true
	}
	data, err := os.ReadFile("../../assets/words/zh-Hans/check.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	for key := range words {
		rule, _, _ := strings.Cut(strings.TrimPrefix(key, "check."), ".")
		finding := rule == string(GlyphMissing)
		for _, r := range all {
			finding = finding || rule == string(r.name)
		}
		if finding && !said[key] {
			t.Errorf("nothing says %s", key)
		}
	}
}

func TestDeadlineOfTheSession(t *testing.T) {
	pack := *rules.Default()
	pack.Deadlines.Motion, pack.Deadlines.Suggestion = "2024-02-22 12:00", "2024-02-23 11:00"
	for _, tt := range []struct {
		form       annotate.Form
		date, hour string
		want       string
	}{
		{annotate.Motion, "2024-02-21", "", ""},
		{annotate.Motion, "2024-02-22", "12:00", ""},
		{annotate.Motion, "2024-02-22", "12:01", "late-motion"},
		{annotate.Motion, "2024-02-22", "", "hour"},
		{annotate.Motion, "2024-02-23", "08:00", "late-motion"},
		{annotate.Suggestion, "2024-02-23", "", ""},
		{annotate.Suggestion, "2024-02-24", "", "late"},
		{annotate.Suggestion, "", "", ""},
	} {
		p := example(t)
		p.Form, p.Date, p.Hour = tt.form, tt.date, tt.hour
		got := ""
		for _, f := range Proposal(p, &pack, shelf, targets) {
			if f.Rule == Deadline {
				got = f.Code
			}
		}
		if got != tt.want {
			t.Errorf("%s of %s %s: %q, want %q", tt.form, tt.date, tt.hour, got, tt.want)
		}
	}
}
