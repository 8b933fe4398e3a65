package annotate

import (
	"fmt"
	"strings"
	"testing"

	"deputydesk/seeds"
	"deputydesk/seeds/report"
)

// broadsheet makes a report of some paragraphs in two sections; "|" divides the
// sections.
func broadsheet(paragraphs ...string) *report.Report {
	r := &report.Report{ID: "test-2024", Sections: []report.Section{{Path: "一"}}}
	for _, text := range paragraphs {
		s := &r.Sections[len(r.Sections)-1]
		if text == "|" {
			r.Sections = append(r.Sections, report.Section{Path: "二"})
			continue
		}
		id := report.ParagraphID(fmt.Sprintf("test-2024/%s/%d", s.Path, len(s.Paragraphs)+1))
		s.Paragraphs = append(s.Paragraphs, report.Paragraph{ID: id, Section: s.Path, Text: text})
	}
	return r
}

// The words a reader marked stand between « and » in the old text.
func TestWhatBecomesOfMarkedWords(t *testing.T) {
	const (
		parking = "科学规划道路停车位3000个，«新建公共充电桩580个»，新增公交线路2条。"
		before  = "提升服务品质，让群众出行更加方便。"
		after   = "打造拆墙透绿119处，建成口袋公园26个。"
	)
	plain := strings.NewReplacer("«", "", "»", "").Replace
	for _, tt := range []struct {
		name string
		old  []string
		now  []string
		want Status
		text string
	}{
		{"nothing changed", []string{before + parking + after}, []string{before + plain(parking) + after}, Attached, "新建公共充电桩580个"},
		{"a paragraph put in before", []string{before + parking + after}, []string{"新的一段，说的是别的事情。", before + plain(parking) + after}, Attached, "新建公共充电桩580个"},
		{"a sentence put in before", []string{before + parking}, []string{"先说几句别的。再说几句。" + before + plain(parking)}, Attached, "新建公共充电桩580个"},
		{"the rest of the sentence rewritten", []string{before + parking + after}, []string{before + "合理布局停车设施，新建公共充电桩580个，公交线路再增2条。" + after}, Attached, "新建公共充电桩580个"},
		{"the sentence in another section", []string{before + parking + after, "|", "保障民生。"}, []string{before + after, "|", "保障民生。" + plain(parking)}, Moved, "新建公共充电桩580个"},
		{"another number", []string{before + parking + after}, []string{before + strings.Replace(plain(parking), "580", "1580", 1) + after}, NumberChanged, "新建公共充电桩1580个"},
		{"another number in 万", []string{"城镇«新增就业3万人»以上。"}, []string{"城镇新增就业2.5万人以上。"}, NumberChanged, "新增就业2.5万人"},
		{"another numeral", []string{"实施«第三个五年»行动，推动绿色发展取得新成效。"}, []string{"实施第四个五年行动，推动绿色发展取得新成效。"}, NumberChanged, "第四个五年"},
		{"万 for 亿", []string{"完成投资«30亿元»，同比增长6%。"}, []string{"完成投资30万元，同比增长6%。"}, NumberChanged, "30万元"},
		{"another number elsewhere in the sentence", []string{before + parking + after}, []string{before + strings.Replace(plain(parking), "3000", "4000", 1) + after}, Attached, "新建公共充电桩580个"},
		{"half a number marked", []string{before + "新建«公共充电桩58»0个，方便群众。"}, []string{before + "新建公共充电桩680个，方便群众。"}, NumberChanged, "公共充电桩680"},
		{"another word", []string{before + parking + after}, []string{before + strings.Replace(plain(parking), "新建公共", "改建公用", 1) + after}, Reworded, "科学规划道路停车位3000个，改建公用充电桩580个，新增公交线路2条。"},
		{"the words taken out", []string{before + parking + after}, []string{before + "科学规划道路停车位3000个，新增公交线路2条。" + after}, Reworded, "科学规划道路停车位3000个，新增公交线路2条。"},
		{"the sentence taken out", []string{before + parking + after}, []string{before + after}, Orphan, ""},
		{"the same words in another sentence only", []string{before + "加快推进«项目建设»，确保年内完工。" + after, "强化要素保障。"}, []string{before + after, "全力服务企业，抓好项目建设，推动经济发展。"}, Orphan, ""},
		{"other print", []string{before + "提升“«组合拳»（试行）”的效果，做到全覆盖。"}, []string{before + "提升\"组 合\n拳(试行)\"的效果,做到全覆盖."}, Attached, "组 合\n拳"},
		{"comma in a number", []string{"财政收入«1,234.5万元»，增长迅速。"}, []string{"财政收入1234.5万元，增长迅速。"}, Attached, "1234.5万元"},
		{"a range is no number", []string{"力争«7—11月»完成主体工程建设。"}, []string{"力争711月完成主体工程建设。"}, NumberChanged, "711月"},
	} {
		var from *report.Report
		var a Anchor
		from = broadsheet(tt.old...)
		for i := range from.Sections {
			for j := range from.Sections[i].Paragraphs {
				p := &from.Sections[i].Paragraphs[j]
				start, end := strings.Index(p.Text, "«"), strings.Index(p.Text, "»")
				p.Text = plain(p.Text)
				if start >= 0 {
					a = AnchorAt(from, *p, report.Span{Start: start, End: end - len("«")})
				}
			}
		}
		r := broadsheet(tt.now...)
		got := a.Locate(r)
		if got.Status != tt.want || got.Text != tt.text {
			t.Errorf("%s: %s %.2f %q, want %s %q", tt.name, got.Status, got.Score, got.Text, tt.want, tt.text)
		}
		if p, ok := r.Paragraph(got.Paragraph); ok && got.Span.Of(p.Text) != got.Text {
			t.Errorf("%s: span is %q, text %q", tt.name, got.Span.Of(p.Text), got.Text)
		}
	}
}

func TestAnchorWithoutSurroundings(t *testing.T) {
	r := broadsheet("新建公共充电桩580个。", "|", "完成投资30亿元。")
	for _, tt := range []struct {
		quote string
		want  Status
	}{
		{"完成投资30亿元", Attached},
		{"完成投资40亿元", NumberChanged},
		{"没有这样的话", Orphan},
		{"，。", Orphan},
		{"", Orphan},
	} {
		if got := (Anchor{Quote: tt.quote}).Locate(r); got.Status != tt.want {
			t.Errorf("%q: %s %.2f", tt.quote, got.Status, got.Score)
		}
	}
	if got := (Anchor{Quote: "完成投资30亿元"}).Locate(&report.Report{}); got.Status != Orphan {
		t.Errorf("in an empty report: %s", got.Status)
	}
}

// Two places of the bundled report with the same words have other words around
// them.
func TestContextTellsSentencesApart(t *testing.T) {
	for _, r := range seeds.Bundled() {
		seen := map[string]report.ParagraphID{}
		for _, p := range r.Paragraphs() {
			for _, s := range p.Sentences() {
				a := AnchorAt(r, p, s)
				key := a.Prefix + "«" + a.Quote + "»" + a.Suffix
				if other, twice := seen[key]; twice {
					t.Errorf("%s and %s: %s", other, p.ID, key)
				}
				seen[key] = p.ID
			}
		}
	}
}

// Whatever the texts, words that are said to be there are there.
func FuzzLocate(f *testing.F) {
	f.Add("提升服务品质。新建公共充电桩580个，方便群众出行。", "新建公共充电桩680个。提升服务品质。", 7, 10)
	f.Add("", "", 0, 0)
	f.Add("1，000.5%—3", "１０００．５％－３", 0, 3)
	f.Fuzz(func(t *testing.T, old, now string, at, length int) {
		old, now = strings.ToValidUTF8(old, ""), strings.ToValidUTF8(now, "")
		runes := []rune(old)
		if len(runes) == 0 || len(runes) > 500 || len(now) > 2000 {
			return
		}
		at = abs(at%len(runes)) % len(runes)
		end := min(len(runes), at+1+abs(length%64))
		from := broadsheet(old)
		if len(from.Paragraphs()) == 0 {
			return
		}
		p := from.Paragraphs()[0]
		span := report.Span{Start: len(string(runes[:at])), End: len(string(runes[:end]))}
		if span.End > len(p.Text) {
			return // the mark for a section was in the text
		}
		a := AnchorAt(from, p, span)
		r := broadsheet(strings.Split(now, "\n")...)
		got := a.Locate(r)
		// A number cut in two reads otherwise than the whole: signs aside.
		bare := strings.NewReplacer("|", "", "-", "", ".", "").Replace
		if (got.Status == Attached || got.Status == Moved) && bare(Fold(got.Text)) != bare(Fold(a.Quote)) {
			t.Errorf("%s: %q, quote is %q", got.Status, got.Text, a.Quote)
		}
		if p, ok := r.Paragraph(got.Paragraph); got.Status != Orphan && (!ok || !strings.HasPrefix(got.Text, got.Span.Of(p.Text))) {
			t.Errorf("%s: span %v of %q is not %q", got.Status, got.Span, p.Text, got.Text)
		}
	})
}
