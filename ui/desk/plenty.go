package desk

import (
	"fmt"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"

	"github.com/google/uuid"
)

// plentySentences are what a long report is made of; figures and names are
// plainly made up. %d is a number that differs each time.
var plentySentences = []string{
	"加快示例县城市更新，新建公共充电桩%d个，新增拆墙透绿%d处。",
	"坚持把就业摆在优先位置，城镇新增就业%d人，开展职业技能培训%d人次。",
	"以创建更高水平文明城市为引领，先期实施%d项城市更新项目，完成投资%d万元以上。",
	"持续提升教育质量，新建、改扩建公办幼儿园%d所，新增学位%d个。",
	"扎实推进乡村振兴，新建高标准农田%d亩，农村供水管网改造%d公里。",
}

// Plenty opens a made-up report of at least so many characters with so many
// highlights on it, to measure what reading a long report costs.
func (d *Desk) Plenty(characters, highlights int) error {
	var text strings.Builder
	text.WriteString("示例县政府工作报告\n\n")
	for i, written := 0, 0; written < characters; i++ {
		if i%60 == 0 {
			fmt.Fprintf(&text, "第%d部分　重点工作\n\n", i/60+1)
		}
		paragraph := ""
		for k := range 5 {
			paragraph += fmt.Sprintf(plentySentences[(i+k)%len(plentySentences)], i*7+k+10, i*3+k+20)
		}
		text.WriteString(paragraph + "\n\n")
		written += len([]rune(paragraph))
	}
	d.ImportText(text.String())
	if told := d.Notice(); !GoodNews(told) {
		return told
	}
	return d.plentyNotes(highlights)
}

// plentyNotes spreads highlights evenly over the open report, in the five
// colours.
func (d *Desk) plentyNotes(n int) error {
	var places []annotate.Anchor
	for _, p := range d.open.Paragraphs() {
		for _, s := range p.Sentences() {
			words := []rune(s.Of(p.Text))
			for at := 0; at+12 <= len(words); at += 14 {
				from := s.Start + len(string(words[:at]))
				places = append(places, annotate.AnchorAt(d.open, p, report.Span{Start: from, End: from + len(string(words[at:at+12]))}))
			}
		}
	}
	if len(places) < n {
		return fmt.Errorf("%d highlights: there is room for %d", n, len(places))
	}
	var notes []annotate.Annotation
	for i := range n {
		notes = append(notes, annotate.Annotation{ID: annotate.NoteID(uuid.NewString()), Anchor: places[i*len(places)/n],
			Colour: annotate.Colours[i%len(annotate.Colours)], Kind: annotate.Remark, Created: d.set.Now(), Changed: d.set.Now()})
	}
	_, err := d.TakeNotes(notes)
	return err
}
