package export

import (
	"cmp"
	"strconv"
	"strings"

	"deputydesk/annotate/registry"
)

// paper returns a Book of one chapter a blocks.
func (o Staff) paper(title string, entries []registry.Entry, chapters ...[]Block) Book {
	b := Book{Document: o.document(title, entries), Duplex: o.Duplex}
	for _, c := range chapters {
		b.Chapters = append(b.Chapters, Chapter{Blocks: c})
	}
	return b
}

// Shown are the entries that may stand in a list: all of them, or for the
// public those whose titles may be shown.
func (o Staff) Shown(entries []registry.Entry) []registry.Entry {
	all := o.sorted(entries)
	if !o.Public {
		return all
	}
	var open []registry.Entry
	for _, e := range all {
		if e.Proposal.Open == openAll || e.Proposal.Open == openTitle {
			open = append(open, e)
		}
	}
	return open
}

// Register is the 目录, a list on A4 across.
func Register(entries []registry.Entry, o Staff) Book {
	w := o.words()
	all := o.Shown(entries)
	title := w.say(wordRegister)
	head := Row{Height: 8}
	for _, h := range []string{wordSerial, wordLeadNo, wordTitle, wordLeader, wordDelegation, wordSigned, wordCategory, wordAsHost, wordAsCohost, wordRemark} {
		head.Cells = append(head.Cells, Cell{Text: w.say(h)})
	}
	rows := []Row{head}
	for i, e := range all {
		rows = append(rows, Row{Height: 7, Cells: registerRow(i+1, e, o)})
	}
	b := o.paper(title, all, []Block{
		Title{Text: title, Name: "register"},
		Paragraph{Spans: []Span{{Text: strings.TrimSpace(w.sayf(wordRegisterOf, o.session(all), len(all), moment(o.Until)))}}, Flush: true, Small: true}, Space{4},
		Table{Columns: []float64{11, 18, 68, 20, 26, 12, 25, 29, 29, 17}, Head: 1, Fine: true, Rows: rows},
	})
	b.Paper = Across
	return b
}

func registerRow(i int, e registry.Entry, o Staff) []Cell {
	v := &volume{Staff: o, w: o.words()}
	p := e.Proposal
	group := tidy(p.Deputy.Delegation)
	if o.Public && p.Confidential {
		group = ""
	}
	host, wished := e.MainUnit()
	if wished && !o.Public {
		host += o.words().say(wordWished)
	}
	remark := e.Remark
	if o.Public {
		remark = "" // what staff note for each other
	}
	if e.State == registry.Merged || e.State == registry.Turned || e.State == registry.Declined {
		remark = strings.TrimSpace(string(e.State) + " " + remark)
	}
	return []Cell{
		{Text: strconv.Itoa(i), Centre: true},
		{Text: e.NumberText(), Centre: true},
		{Text: tidy(p.Title)},
		{Text: v.lead(p), Centre: true},
		{Text: group, Centre: true},
		{Text: strconv.Itoa(1 + len(p.Cosigners)), Centre: true},
		{Text: e.Class(), Centre: true},
		{Text: host},
		{Text: strings.Join(e.SideUnits(), "、")},
		{Text: cmp.Or(remark, "")},
	}
}
